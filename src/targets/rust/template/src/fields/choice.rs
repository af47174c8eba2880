//! One of a few values.

use std::marker::PhantomData;

use serde_json::Value as Json;
use utoipa::openapi::schema::{ObjectBuilder, Type};

use super::kind::{Kind, Read, refuse};
use crate::database::{Column, Value};

/// An `enum` whose variants stand for texts: see [`choices!`](crate::choices).
pub trait Choice: Sized + Copy + Send + Sync + 'static {
    const ALL: &'static [Self];

    fn as_str(self) -> &'static str;

    fn of(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|choice| choice.as_str() == text)
    }
}

/// Defines an `enum` of choices. The first one is the default.
#[macro_export]
macro_rules! choices {
    (
        $(#[$attribute:meta])*
        pub enum $name:ident {
            $(#[$first_attribute:meta])*
            $first:ident = $first_text:literal,
            $($(#[$other_attribute:meta])* $variant:ident = $text:literal,)*
        }
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $name {
            #[default]
            $(#[$first_attribute])*
            $first,
            $($(#[$other_attribute])* $variant,)*
        }

        impl $crate::fields::Choice for $name {
            const ALL: &'static [Self] = &[Self::$first, $(Self::$variant),*];

            fn as_str(self) -> &'static str {
                match self {
                    Self::$first => $first_text,
                    $(Self::$variant => $text,)*
                }
            }
        }

        impl $crate::fields::Stored for $name {
            fn store(&self) -> $crate::database::Value {
                $crate::database::Value::Text($crate::fields::Choice::as_str(*self).to_owned())
            }

            fn restore(value: $crate::database::Value) -> Option<Self> {
                match value {
                    $crate::database::Value::Text(text) => $crate::fields::Choice::of(&text),
                    _ => None,
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::fields::Choice::as_str(*self))
            }
        }

        impl From<&$name> for $crate::rules::Operand {
            fn from(choice: &$name) -> Self {
                Self::Text($crate::fields::Choice::as_str(*choice).to_owned())
            }
        }
    };
}

/// The kind of a field with choices.
pub struct ChoiceOf<C>(PhantomData<C>);

impl<C: Choice> ChoiceOf<C> {
    #[expect(clippy::new_without_default, reason = "kinds are made by `new`")]
    pub fn new() -> Self {
        Self(PhantomData)
    }
}

impl<C: Choice> Kind for ChoiceOf<C> {
    fn read(&self, given: &Json) -> Read {
        match given.as_str().and_then(|text| self.parse(text)) {
            Some(value) => Ok(value),
            None => refuse("enum", format!("must be one of: {}", names::<C>().join(", "))),
        }
    }

    fn parse(&self, text: &str) -> Option<Value> {
        C::of(text).map(|choice| Value::Text(choice.as_str().to_owned()))
    }

    fn column(&self) -> Option<Column> {
        Some(Column::Text)
    }

    fn schema(&self, _limits: bool) -> ObjectBuilder {
        ObjectBuilder::new().schema_type(Type::String).enum_values(Some(names::<C>()))
    }
}

fn names<C: Choice>() -> Vec<&'static str> {
    C::ALL.iter().map(|choice| choice.as_str()).collect()
}
