//! Texts that hold several values, in the styles of OpenAPI.

/// What a parameter is by its schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    One,
    List,
    Object,
}

/// What a parameter holds before it has a type.
#[derive(Clone, Debug)]
pub enum RawValue {
    One(String),
    List(Vec<String>),
    Object(Vec<(String, String)>),
}

/// Reads a value of the styles simple, label and matrix; none if it is not of that style.
pub fn read_path_value(
    name: &str,
    style: &str,
    explode: bool,
    shape: Shape,
    text: &str,
) -> Option<RawValue> {
    match style {
        "label" => split(text.strip_prefix('.')?, shape, if explode { '.' } else { ',' }, explode),
        "matrix" => read_matrix(name, explode, shape, text.strip_prefix(';')?),
        _ => split(text, shape, ',', explode),
    }
}

fn read_matrix(name: &str, explode: bool, shape: Shape, text: &str) -> Option<RawValue> {
    let parts = text.split(';');
    if shape == Shape::Object && explode {
        return pairs(parts);
    }
    let start = format!("{name}=");
    let values: Option<Vec<&str>> = parts.map(|part| part.strip_prefix(&start)).collect();
    let values = values?;
    if shape == Shape::List && explode {
        return Some(RawValue::List(values.into_iter().map(str::to_owned).collect()));
    }
    match values.as_slice() {
        [only] => split(only, shape, ',', false),
        _ => None,
    }
}

/// A value whose parts stand between separators; of an object either `a,1,b,2` or `a=1,b=2`.
pub fn split(text: &str, shape: Shape, separator: char, explode: bool) -> Option<RawValue> {
    if shape == Shape::One {
        return Some(RawValue::One(text.to_owned()));
    }
    let parts: Vec<&str> =
        if text.is_empty() { Vec::new() } else { text.split(separator).collect() };
    if shape == Shape::List {
        return Some(RawValue::List(parts.into_iter().map(str::to_owned).collect()));
    }
    if explode {
        return pairs(parts.into_iter());
    }
    let members: Option<Vec<_>> = parts
        .chunks(2)
        .map(|pair| match pair {
            [name, value] => Some(((*name).to_owned(), (*value).to_owned())),
            _ => None,
        })
        .collect();
    members.map(RawValue::Object)
}

fn pairs<'text>(parts: impl Iterator<Item = &'text str>) -> Option<RawValue> {
    let pair = |part: &str| {
        let (name, value) = part.split_once('=')?;
        Some((name.to_owned(), value.to_owned()))
    };
    parts.map(pair).collect::<Option<Vec<_>>>().map(RawValue::Object)
}
