// SPDX-License-Identifier: MIT
//! Tells the linker where libv4lxx is: in the folder of V4LXX_LIB_DIR, or where pkg-config says. With the feature `dlopen` nothing is
//! linked. Nothing here needs libclang: what it could tell is checked in.

fn main() {
    println!("cargo::rerun-if-env-changed=V4LXX_LIB_DIR");
    if std::env::var_os("CARGO_FEATURE_DLOPEN").is_some() || std::env::var_os("DOCS_RS").is_some() {
        return;
    }
    if let Some(folder) = std::env::var_os("V4LXX_LIB_DIR") {
        println!("cargo::rustc-link-search=native={}", std::path::Path::new(&folder).display());
        println!("cargo::rustc-link-lib=dylib=v4lxx");
        return;
    }
    if let Err(problem) = pkg_config::Config::new().atleast_version("0.1.0").probe("v4lxx") {
        println!(
            "cargo::error=libv4lxx 0.1.0 or newer was not found. Install its development files (Debian: apt install libv4lxx-dev), \
             or set PKG_CONFIG_PATH to the folder of v4lxx.pc, or V4LXX_LIB_DIR to the folder of libv4lxx.so, \
             or turn on the feature `dlopen`. pkg-config said: {}",
            problem.to_string().replace('\n', " ")
        );
    }
}
