//! What rules make of several records. Missing values do not count.

use bigdecimal::BigDecimal;

use super::arithmetic::divided;
use super::compare::{gt, lt};
use super::logic::Truth;
use super::operand::Operand;

/// The rows that fit; where that is unknown they do not.
pub fn rows_where<E>(rows: Vec<E>, fits: impl Fn(&E) -> Truth) -> Vec<E> {
    rows.into_iter().filter(|row| fits(row) == Some(true)).collect()
}

pub fn count_of<E>(rows: &[E]) -> Operand {
    Operand::Number(BigDecimal::from(rows.len() as u64))
}

/// How many have a value.
pub fn count_with<E>(rows: &[E], value: impl Fn(&E) -> Operand) -> Operand {
    count_of(&known(rows, value))
}

/// The sum of none is 0.
pub fn sum_of<E>(rows: &[E], value: impl Fn(&E) -> Operand) -> Operand {
    Operand::Number(known(rows, value).into_iter().filter_map(Operand::number).sum())
}

/// The average of none is unknown.
pub fn average_of<E>(rows: &[E], value: impl Fn(&E) -> Operand) -> Operand {
    divided(sum_of(rows, &value), count_with(rows, &value))
}

pub fn least_of<E>(rows: &[E], value: impl Fn(&E) -> Operand) -> Operand {
    extreme(known(rows, value), lt)
}

pub fn greatest_of<E>(rows: &[E], value: impl Fn(&E) -> Operand) -> Operand {
    extreme(known(rows, value), gt)
}

fn extreme(values: Vec<Operand>, beats: fn(Operand, Operand) -> Truth) -> Operand {
    let best = values.into_iter().reduce(|best, one| {
        if beats(one.clone(), best.clone()) == Some(true) { one } else { best }
    });
    best.unwrap_or(Operand::Missing)
}

fn known<E>(rows: &[E], value: impl Fn(&E) -> Operand) -> Vec<Operand> {
    rows.iter().map(value).filter(|value| *value != Operand::Missing).collect()
}
