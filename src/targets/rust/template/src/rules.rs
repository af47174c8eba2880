//! Comparisons and calculations that rules use.

mod arithmetic;
mod compare;
mod duration;
mod logic;
mod operand;
mod pattern;
mod rows;

pub use arithmetic::{decimal, divided, minus, plus, times};
pub use compare::{eq, ge, gt, is_in, le, length, lt, matches, ne};
pub use duration::{Duration, between, duration, earlier, later, longer, moment, shorter};
pub use logic::{Truth, all_of, any_of, implies, negation, present, truth};
pub use operand::{Operand, operand};
pub use pattern::Pattern;
pub use rows::{average_of, count_of, count_with, greatest_of, least_of, rows_where, sum_of};
