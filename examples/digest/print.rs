//! The lines of `examples/digest.rs`, without formatting code, for firmware that has `losses.rs` as a module.

use crate::losses::digests;

/// Prints a line for every loss: its digest and its name.
pub fn print_digests(print: fn(&str)) {
    digests(|name, digest| {
        for shift in (0..16).rev() {
            let digit = char::from_digit((digest >> (4 * shift) & 15) as u32, 16).unwrap_or('?');
            print(digit.to_ascii_uppercase().encode_utf8(&mut [0; 4]));
        }
        [" ", name, "\n"].into_iter().for_each(print);
    });
}
