//! The kinds of values that fields hold: how they are read from requests and queries.

mod choice;
mod field;
mod kind;
mod numbers;
mod stored;
mod text;
mod times;
mod values;

pub use choice::{Choice, ChoiceOf};
pub use field::Field;
pub use kind::{Fault, Kind, Read, refuse};
pub use numbers::{Exact, Integer, Number, parse_number};
pub use regex_lite::Error as PatternError;
pub use stored::Stored;
pub use text::{Email, Id, Line, Phone, Text, Url, is_email, parse_id};
pub use times::{Day, Time};
pub use values::{Flag, FreeJson, IdSet, Items};

/// A list of values of one kind, as JSON.
pub type List = Vec<serde_json::Value>;
/// Anything that JSON can say.
pub type Json = serde_json::Value;
