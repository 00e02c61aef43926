# What the benchmarks share that compare with other libraries: where these come from. Sourced behind steps.sh, not run.
folder=$build/bench
peer_programs=$folder/peer/release

# from_pypi NAME VERSION [NAME==VERSION…]: fetches a package, with others that it needs, unless it is there; its folder is $folder/NAME-VERSION.
from_pypi() {
    local target=$folder/$1-$2
    [ ! -d "$target" ] || return 0
    rm -rf "$target.new"
    step "fetching $1" "fetch-$1" "$python" -m pip install --quiet --disable-pip-version-check --target "$target.new" \
        "$1==$2" "${@:3}"
    mv "$target.new" "$target"
}

# The programs in Rust: v4lxx and the crate v4l, which wants libclang to be built.
build_rust_peers() {
    local libclang
    libclang=$(find /usr/lib/llvm-19/lib -maxdepth 1 -name 'libclang*.so*' | head -n 1)
    [ -n "$libclang" ] || stop "missing: libclang. Run: ./dev setup"
    step "building the programs in Rust" build-peer env -C "$root/bindings/rust/bench/peer" LIBCLANG_PATH="${libclang%/*}" \
        CARGO_TARGET_DIR="$folder/peer" cargo build --quiet --locked --release
}

use_installed
export LD_LIBRARY_PATH=${library%/*} V4LXX_LIBRARY=$library
mkdir -p "$folder"
