//! The mean loss over data that never fit in memory: a struct of the caller's.

use crate::memory::{Span, check, status};
use crate::status::{Code, Refusal};
use microloss::EmpiricalRisk;

// The header has four numbers for it, and all 0 for one that has seen nothing.
const _: () = assert!(size_of::<EmpiricalRisk>() == 16 && align_of::<EmpiricalRisk>() == 4);

/// Writes a number that exists only if something has been seen.
///
/// # Safety
///
/// [`check`] has accepted the pointer, and the caller promises the rest.
unsafe fn write(number: Option<f32>, to: *mut f32) -> Result<(), Refusal> {
    let number = number.ok_or(Refusal::new(Code::EMPTY_BATCH, 1))?;
    // SAFETY: by the caller's promise.
    unsafe { to.write(number) };
    Ok(())
}

#[unsafe(no_mangle)]
unsafe extern "C" fn microloss_empirical_risk_add(risk: *mut EmpiricalRisk, sum: f32, weight: f32) -> i32 {
    status(|| {
        check(&[Span::write(1, risk, 1)])?;
        // SAFETY: `check` has accepted the span, and the caller promises the rest. Every pattern of bits is four numbers.
        unsafe { (*risk).add(sum, weight) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
unsafe extern "C" fn microloss_empirical_risk_merge(
    risk: *mut EmpiricalRisk,
    other: *const EmpiricalRisk,
) -> i32 {
    status(|| {
        check(&[Span::write(1, risk, 1), Span::read(2, other, 1)])?;
        // SAFETY: as above; they lie apart.
        unsafe { (*risk).merge(&*other) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
unsafe extern "C" fn microloss_empirical_risk_mean(risk: *const EmpiricalRisk, mean: *mut f32) -> i32 {
    status(|| {
        check(&[Span::read(1, risk, 1), Span::write(2, mean, 1)])?;
        // SAFETY: as above.
        unsafe { write((*risk).mean(), mean) }
    })
}

#[unsafe(no_mangle)]
unsafe extern "C" fn microloss_empirical_risk_weight(risk: *const EmpiricalRisk, weight: *mut f32) -> i32 {
    status(|| {
        check(&[Span::read(1, risk, 1), Span::write(2, weight, 1)])?;
        // SAFETY: as above.
        unsafe { write(Some((*risk).weight()), weight) }
    })
}

#[unsafe(no_mangle)]
unsafe extern "C" fn microloss_generalization_gap(
    training: *const EmpiricalRisk,
    held_out: *const EmpiricalRisk,
    gap: *mut f32,
) -> i32 {
    status(|| {
        check(&[Span::read(1, training, 1), Span::read(2, held_out, 1), Span::write(3, gap, 1)])?;
        // SAFETY: as above.
        unsafe { write(microloss::generalization_gap(&*training, &*held_out), gap) }
    })
}
