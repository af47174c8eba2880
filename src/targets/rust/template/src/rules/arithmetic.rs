//! Calculations with exact decimals; a missing value makes the result missing.

use bigdecimal::num_bigint::BigInt;
use bigdecimal::{BigDecimal, RoundingMode, Zero};

use super::operand::Operand;

/// Digits after the point that a division keeps.
const DIVISION_SCALE: i64 = 18;

/// A decimal literal.
pub fn decimal(text: &str) -> Operand {
    text.parse().map_or(Operand::Missing, Operand::Number)
}

pub fn plus(left: impl Into<Operand>, right: impl Into<Operand>) -> Operand {
    both(left, right, |one, other| Some(one + other))
}

pub fn minus(left: impl Into<Operand>, right: impl Into<Operand>) -> Operand {
    both(left, right, |one, other| Some(one - other))
}

pub fn times(left: impl Into<Operand>, right: impl Into<Operand>) -> Operand {
    both(left, right, |one, other| Some(one * other))
}

/// Rounded half away from zero; unknown for a division by zero.
pub fn divided(left: impl Into<Operand>, right: impl Into<Operand>) -> Operand {
    both(
        left,
        right,
        |one, other| if other.is_zero() { None } else { Some(quotient(&one, &other)) },
    )
}

fn both(
    left: impl Into<Operand>,
    right: impl Into<Operand>,
    calculate: impl Fn(BigDecimal, BigDecimal) -> Option<BigDecimal>,
) -> Operand {
    let numbers = left.into().number().zip(right.into().number());
    numbers.and_then(|(one, other)| calculate(one, other)).map_or(Operand::Missing, Operand::Number)
}

/// Divides whole numbers: a digit more than is kept decides about the rounding.
fn quotient(one: &BigDecimal, other: &BigDecimal) -> BigDecimal {
    let (dividend, dividend_scale) = one.as_bigint_and_exponent();
    let (divisor, divisor_scale) = other.as_bigint_and_exponent();
    let shift = DIVISION_SCALE + 1 + divisor_scale - dividend_scale;
    let digits = (dividend * power_of_ten(shift)) / (divisor * power_of_ten(-shift));
    BigDecimal::new(digits, DIVISION_SCALE + 1)
        .with_scale_round(DIVISION_SCALE, RoundingMode::HalfUp)
}

/// One for a negative power.
fn power_of_ten(power: i64) -> BigInt {
    BigInt::from(10).pow(u32::try_from(power).unwrap_or(0))
}
