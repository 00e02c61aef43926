//! Lists the cameras of this machine, those that cannot be used with the reason, and the simulated one.
//! Run: cargo run --bin list
use v4lxx::{Context, ListFlags, Result};

// An error says what failed, why, and what to do about it: returned from main it is printed.
fn main() -> Result<()> {
    for info in Context::new()?.list(ListFlags::SIMULATED)? {
        print!("{}  {}", info.path().display(), info.card());
        if let Some(problem) = info.failure() {
            print!("  {}", problem.message);
        }
        println!();
    }
    Ok(())
}
