//! Prints the C header of `src/lib.rs`.

fn main() {
    let package = env!("CARGO_MANIFEST_DIR");
    let config = cbindgen::Config::from_root_or_default(package);
    match cbindgen::generate_with_config(package, config) {
        Ok(bindings) => bindings.write(std::io::stdout()),
        Err(error) => panic!("{error}"),
    }
}
