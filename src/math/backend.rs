//! The back ends: elementary functions from one of four files with one list of functions.
//!
//! | function | what it is |
//! |---|---|
//! | `exp`, `ln`, `ln_1p` | the elementary functions, public |
//! | `exp_m1` | e^x − 1: libm's, but for `exact` |
//! | `exp_nonpositive` | e^x for x ≤ 0: the exponential of sigmoid, softplus and log-cosh |
//! | `Reference`, `exp_of_difference` | e^(x − reference), rounded once: the exponential of softmax |
//! | `ln_1p_nonnegative` | ln(1 + x) for x ≥ 0: the logarithm of softmax |
//! | `DIRECT` | the size below which logits need no maximum, if there is one; then `exp_direct` and `ln_1p_direct` are used |
//!
//! `branchless` takes precedence over `exact`, because its loops are vectors, and both over `micromath`, because they are more accurate.

#[cfg(not(vectors))]
mod integer;
#[cfg(any(vectors, not(any(exact, feature = "micromath"))))]
mod logarithm;
#[cfg(not(vectors))]
mod product;

#[cfg(vectors)]
mod branchless;
#[cfg(vectors)]
use self::branchless as chosen;

#[cfg(exact)]
mod exact;
#[cfg(exact)]
use self::exact as chosen;

#[cfg(all(feature = "micromath", not(any(vectors, exact))))]
mod micromath;
#[cfg(all(feature = "micromath", not(any(vectors, exact))))]
use self::micromath as chosen;

#[cfg(not(any(feature = "micromath", vectors, exact)))]
mod libm;
#[cfg(not(any(feature = "micromath", vectors, exact)))]
use self::libm as chosen;

#[cfg(exact)]
pub(crate) use self::chosen::exp_m1;
pub(crate) use self::chosen::{
    DIRECT, Reference, exp_direct, exp_nonpositive, exp_of_difference, ln_1p_direct, ln_1p_nonnegative,
};
pub use self::chosen::{exp, ln, ln_1p};
#[cfg(not(exact))]
pub(crate) use ::libm::expm1f as exp_m1;

#[cfg(test)]
mod tests {
    extern crate std;
    use crate::math::exp_of_difference;

    /// Compares with f64 over differences of every size. The reference moves, so that differences round. Every second pair is of
    /// small numbers, one of them much smaller.
    #[test]
    fn exponential_of_a_difference_is_within_1_ulp() {
        let mut worst = 0.0_f64;
        for i in 0..4_000_000_u32 {
            let unit = (i.wrapping_mul(0x9E37_79B9) >> 8) as f32 / 16_777_216.0;
            let (share, small) = (i as f32 / 4_000_000.0, i % 2 == 0);
            let reference = if small { (unit - 0.1).powi(9) * 32.0 } else { (unit - 0.5) * 300.0 };
            let x =
                if small { reference.min((share - 0.9).powi(9) * 32.0) } else { reference - share * 104.5 };
            let exact = (f64::from(x) - f64::from(reference)).exp();
            let e = exp_of_difference(x, reference);
            let ulp = f64::from((exact as f32).next_up() - exact as f32);
            let error = (f64::from(e) - exact).abs() / ulp;
            assert!(error < 1.0, "e^({x} - {reference}) = {e:e}, exactly {exact:e}");
            worst = worst.max(error);
        }
        std::println!("worst error of the exponential of a difference: {worst:.3} ULP");
    }

    #[test]
    fn ends_of_the_line() {
        let of = |x, reference| exp_of_difference(x, reference).to_bits();
        assert_eq!(of(3.5, 3.5), 1.0_f32.to_bits());
        assert_eq!(of(f32::NEG_INFINITY, 0.0), 0);
        assert_eq!(of(f32::MIN, f32::MAX), 0);
        assert_eq!(of(-103.97, 0.0), 1);
        assert_eq!(of(-103.98, 0.0), 0);
        for (x, reference) in [(f32::NAN, 0.0), (0.0, f32::NAN), (f32::INFINITY, f32::INFINITY)] {
            assert!(exp_of_difference(x, reference).is_nan());
        }
    }
}
