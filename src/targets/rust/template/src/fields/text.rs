//! Kinds of text.

use std::str::FromStr;

use regex_lite::{Error, Regex, RegexBuilder};
use serde_json::Value as Json;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
use uuid::Uuid;

use super::kind::{Kind, Read, refuse};
use crate::database::{Column, Value};

/// Patterns of requirements have up to 500 characters; repetitions make them larger.
const PATTERN_BYTES: usize = 64 << 20;

/// What text must be.
#[derive(Clone, Copy)]
enum Form {
    Any,
    Email,
    Url,
    Phone,
}

/// Text of many lines. It can be searched, not sorted by.
pub struct Text {
    form: Form,
    listed: bool,
    filled: bool,
    min_length: usize,
    max_length: usize,
    pattern: Option<(Regex, &'static str)>,
}

impl Text {
    #[expect(clippy::new_without_default, reason = "kinds are made by `new`")]
    pub fn new() -> Self {
        Self {
            form: Form::Any,
            listed: false,
            filled: false,
            min_length: 0,
            max_length: 10_000,
            pattern: None,
        }
    }

    /// It must hold a character that is not white space.
    pub fn filled(self) -> Self {
        Self { filled: true, ..self }
    }

    pub fn min_length(self, min_length: usize) -> Self {
        Self { min_length: min_length.max(self.min_length), ..self }
    }

    pub fn max_length(self, max_length: usize) -> Self {
        Self { max_length, ..self }
    }

    /// It must match a pattern, which is `shown` to callers as the requirements have it.
    pub fn pattern(self, pattern: &str, shown: &'static str) -> Result<Self, Error> {
        let regex = RegexBuilder::new(pattern).size_limit(PATTERN_BYTES).build()?;
        Ok(Self { pattern: Some((regex, shown)), ..self })
    }
}

/// One line of text.
pub struct Line;

impl Line {
    #[expect(clippy::new_ret_no_self, reason = "a line is text with other limits")]
    pub fn new() -> Text {
        Text { listed: true, max_length: 255, ..Text::new() }
    }
}

pub struct Email;

impl Email {
    #[expect(clippy::new_ret_no_self, reason = "an e-mail address is text of a form")]
    pub fn new() -> Text {
        Text { form: Form::Email, max_length: 254, ..Line::new() }
    }
}

pub struct Url;

impl Url {
    #[expect(clippy::new_ret_no_self, reason = "an address is text of a form")]
    pub fn new() -> Text {
        Text { form: Form::Url, max_length: 2048, ..Line::new() }
    }
}

pub struct Phone;

impl Phone {
    #[expect(clippy::new_ret_no_self, reason = "a phone number is text of a form")]
    pub fn new() -> Text {
        Text { form: Form::Phone, min_length: 5, max_length: 32, ..Line::new() }
    }
}

impl Kind for Text {
    fn read(&self, given: &Json) -> Read {
        let Some(text) = given.as_str() else {
            return refuse("type", "must be text");
        };
        if self.filled && text.chars().all(is_space) {
            return refuse("required", "must hold a character that is not white space");
        }
        // Lengths first, so that patterns only see values of bounded length.
        let length = text.chars().count();
        if length > self.max_length {
            return refuse("too-long", format!("must have at most {} characters", self.max_length));
        }
        if length < self.min_length {
            return refuse(
                "too-short",
                format!("must have at least {} characters", self.min_length),
            );
        }
        let (right, form) = match self.form {
            Form::Any => (true, ""),
            Form::Email => (is_email(text), "an e-mail address"),
            Form::Url => (is_url(text), "an http or https URL"),
            Form::Phone => (is_phone(text), "a phone number"),
        };
        if !right {
            return refuse("format", format!("must be {form}"));
        }
        match &self.pattern {
            Some((regex, shown)) if !regex.is_match(text) => {
                refuse("pattern", format!("must match {shown}"))
            }
            _ => Ok(Value::Text(text.to_owned())),
        }
    }

    fn parse(&self, text: &str) -> Option<Value> {
        Some(Value::Text(text.to_owned()))
    }

    fn column(&self) -> Option<Column> {
        Some(Column::Text)
    }

    fn listed(&self) -> bool {
        self.listed
    }

    fn searchable(&self) -> bool {
        true
    }

    fn schema(&self, limits: bool) -> ObjectBuilder {
        let format = match self.form {
            Form::Email => Some(SchemaFormat::KnownFormat(KnownFormat::Email)),
            Form::Url => Some(SchemaFormat::KnownFormat(KnownFormat::Uri)),
            Form::Any | Form::Phone => None,
        };
        let schema = ObjectBuilder::new().schema_type(Type::String).format(format);
        if !limits {
            return schema;
        }
        let least = if self.filled { self.min_length.max(1) } else { self.min_length };
        schema.min_length((least > 0).then_some(least)).max_length(Some(self.max_length))
    }
}

/// A UUID; also the id of another record.
pub struct Id;

impl Id {
    #[expect(clippy::new_without_default, reason = "kinds are made by `new`")]
    pub fn new() -> Self {
        Self
    }
}

impl Kind for Id {
    fn read(&self, given: &Json) -> Read {
        match given.as_str() {
            None => refuse("type", "must be text"),
            Some(text) => match parse_id(text) {
                None => refuse("format", "must be a UUID"),
                Some(id) => Ok(Value::Id(id)),
            },
        }
    }

    fn parse(&self, text: &str) -> Option<Value> {
        parse_id(text).map(Value::Id)
    }

    fn column(&self) -> Option<Column> {
        Some(Column::Id)
    }

    fn schema(&self, _limits: bool) -> ObjectBuilder {
        let format = SchemaFormat::KnownFormat(KnownFormat::Uuid);
        ObjectBuilder::new().schema_type(Type::String).format(Some(format))
    }
}

/// A UUID in the form with hyphens, and no other.
pub fn parse_id(text: &str) -> Option<Uuid> {
    let hyphens = text.len() == 36 && text.is_ascii();
    if hyphens { Uuid::from_str(text).ok() } else { None }
}

/// White space is the same in all languages of a contract: Rust's own class is narrower.
fn is_space(character: char) -> bool {
    matches!(character, '\t'..='\r' | ' ' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}')
        || matches!(
            character,
            '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\u{feff}'
        )
}

/// RFC 5321 without quoted names and literal addresses.
pub fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else { return false };
    let atom = |part: &str| {
        let letter =
            |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~-".contains(&byte);
        !part.is_empty() && part.bytes().all(letter)
    };
    let label = |part: &str| {
        let inner = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        let outer = !part.starts_with('-') && !part.ends_with('-');
        (1..=63).contains(&part.len()) && outer && part.bytes().all(inner)
    };
    (1..=64).contains(&name.len())
        && name.split('.').all(atom)
        && domain.contains('.')
        && domain.split('.').all(label)
}

fn is_url(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("http://").or_else(|| text.strip_prefix("https://")) else {
        return false;
    };
    let (main, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let path = match main.strip_prefix('[').and_then(|host| host.split_once(']')) {
        Some((host, path)) if is_literal_address(host) => path,
        _ if main.starts_with(|first: char| first.is_ascii_alphanumeric()) => main,
        _ => return false,
    };
    is_uri_text(path) && is_uri_text(fragment)
}

fn is_literal_address(host: &str) -> bool {
    let part = |byte: u8| byte.is_ascii_hexdigit() || b":.".contains(&byte);
    !host.is_empty() && host.bytes().all(part)
}

/// The characters of RFC 3986; others are percent-encoded.
fn is_uri_text(text: &str) -> bool {
    let mut parts = text.split('%');
    let plain = |part: &str| {
        part.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"._~:/?@!$&'()*+,;=-".contains(&byte))
    };
    parts.next().is_some_and(plain)
        && parts.all(|part| {
            let code = part.as_bytes().get(..2);
            code.is_some_and(|code| code.iter().all(u8::is_ascii_hexdigit)) && plain(part)
        })
}

fn is_phone(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    digits >= 5 && text.bytes().all(|byte| byte.is_ascii_digit() || b" +-.()/".contains(&byte))
}
