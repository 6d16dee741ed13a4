//! Products of 32 by 32 bits.

use crate::machine::HAS_LONG_PRODUCTS;

/// Returns the upper and the lower half of a product.
#[inline]
pub(super) fn product(a: u32, b: u32) -> (u32, u32) {
    if HAS_LONG_PRODUCTS {
        let product = u64::from(a) * u64::from(b);
        return ((product >> 32) as u32, product as u32);
    }
    let ((a_high, a_low), (b_high, b_low)) = ((a >> 16, a & 0xFFFF), (b >> 16, b & 0xFFFF));
    let (low, cross) = (a_low * b_low, a_low * b_high);
    let middle = (low >> 16) + (cross & 0xFFFF) + a_high * b_low;
    (a_high * b_high + (cross >> 16) + (middle >> 16), middle << 16 | low & 0xFFFF)
}

/// Returns the upper half of a product.
#[inline]
pub(super) fn upper(a: u32, b: u32) -> u32 {
    product(a, b).0
}

#[cfg(test)]
mod tests {
    use super::product;

    #[test]
    fn halves_are_those_of_the_product() {
        let mut a = 1_u32;
        for i in 0..1_000_000_u32 {
            a = a.wrapping_mul(747_796_405).wrapping_add(i);
            let b = a.rotate_left(i & 31) ^ i;
            for (a, b) in [(a, b), (a, u32::MAX), (u32::MAX, u32::MAX), (a, 0)] {
                let (high, low) = product(a, b);
                assert_eq!(u64::from(high) << 32 | u64::from(low), u64::from(a) * u64::from(b));
            }
        }
    }
}
