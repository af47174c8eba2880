//! Reads JSON that is well-formed, moderate and unambiguous, and refuses any other.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value as Json};

use super::problem::Problem;

const DEEPEST: usize = 32;
const SAFE: f64 = 9_007_199_254_740_991.0;

/// Fails with 400.
pub fn read_json(body: &[u8]) -> Result<Json, Problem> {
    if body.is_empty() {
        return Err(Problem::malformed("The body is empty."));
    }
    let text =
        str::from_utf8(body).map_err(|_| Problem::malformed("The body is not valid UTF-8."))?;
    let fault = Cell::new("The body is not valid JSON.");
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = Reader { depth: 0, fault: &fault }.deserialize(&mut reader);
    let value = read.and_then(|value| reader.end().map(|()| value));
    value.map_err(|error| {
        // What follows the first half of a pair is no escape of the second.
        let text = error.to_string();
        if text.contains("surrogate") || text.contains("hex escape") || text.contains("code point")
        {
            fault.set("The body holds half of a surrogate pair.");
        }
        Problem::malformed(fault.get())
    })
}

#[derive(Clone, Copy)]
struct Reader<'fault> {
    depth: usize,
    fault: &'fault Cell<&'static str>,
}

impl Reader<'_> {
    fn refuse<T, E: Error>(self, fault: &'static str) -> Result<T, E> {
        self.fault.set(fault);
        Err(E::custom(fault))
    }

    fn deeper<E: Error>(self) -> Result<Self, E> {
        if self.depth == DEEPEST {
            return self.refuse("The body is nested deeper than 32.");
        }
        Ok(Self { depth: self.depth + 1, ..self })
    }
}

impl<'de> DeserializeSeed<'de> for Reader<'_> {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Reader<'_> {
    type Value = Json;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Json, E> {
        Ok(Json::from(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Json, E> {
        Ok(Json::from(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Json, E> {
        // As every JSON reader has it: whole where it is whole, and without a sign of zero.
        if value.fract() == 0.0 && value.abs() <= SAFE {
            return Ok(Json::from(value as i64));
        }
        match Number::from_f64(value) {
            Some(number) => Ok(Json::Number(number)),
            None => self.refuse("The body holds a number that is not finite."),
        }
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Json, E> {
        if value.contains('\0') {
            return self.refuse("The body holds U+0000.");
        }
        Ok(Json::from(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let inner = self.deeper()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(inner)? {
            list.push(item);
        }
        Ok(Json::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Json, A::Error> {
        let inner = self.deeper()?;
        let mut object = Map::new();
        while let Some(name) = members.next_key::<String>()? {
            if name == "__proto__" {
                return self.refuse("The body holds the name __proto__.");
            }
            if name.contains('\0') {
                return self.refuse("The body holds U+0000.");
            }
            if object.insert(name, members.next_value_seed(inner)?).is_some() {
                return self.refuse("The body holds a name twice.");
            }
        }
        Ok(Json::Object(object))
    }
}
