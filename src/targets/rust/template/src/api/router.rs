//! Finds operations by the path of a request.

use std::collections::{BTreeMap, HashMap};

use percent_encoding::percent_decode_str;

/// What was added, and the parameters in the path.
pub struct Found<'router, T> {
    pub value: &'router T,
    pub parameters: Vec<(String, String)>,
}

/// Text wins over parameters, wherever both fit.
pub struct Router<T> {
    root: Node<T>,
}

struct Node<T> {
    literals: HashMap<String, Node<T>>,
    /// Segments such as `{name}.{format}` by the texts around the parameters; those with more text
    /// first.
    templates: Vec<(Vec<String>, Node<T>)>,
    /// By method; paths that end here may give their parameters different names.
    ends: BTreeMap<String, (T, Vec<String>)>,
}

impl<T> Node<T> {
    fn new() -> Self {
        Self { literals: HashMap::new(), templates: Vec::new(), ends: BTreeMap::new() }
    }
}

impl<T> Router<T> {
    pub fn new() -> Self {
        Self { root: Node::new() }
    }

    /// Adds a path as OpenAPI writes it; what is there already stays.
    pub fn add(&mut self, method: &str, path: &str, value: T) {
        let mut node = &mut self.root;
        let mut names = Vec::new();
        for segment in path.split('/').skip(1) {
            let (texts, own) = pieces(segment);
            node = match texts.as_slice() {
                [only] => node.literals.entry(only.clone()).or_insert_with(Node::new),
                _ => templated(node, texts),
            };
            names.extend(own);
        }
        node.ends.entry(method.to_owned()).or_insert((value, names));
    }

    /// What a path leads to, by method; nothing if to nowhere. The path is as it stands in the request.
    pub fn find(&self, path: &str) -> BTreeMap<&str, Found<'_, T>> {
        let segments: Option<Vec<String>> = path.split('/').skip(1).map(decoded).collect();
        let mut values = Vec::new();
        let ends = segments.and_then(|segments| search(&self.root, &segments, &mut values));
        let found = ends.into_iter().flatten().map(|(method, (value, names))| {
            let parameters = names.iter().cloned().zip(values.iter().cloned()).collect();
            (method.as_str(), Found { value, parameters })
        });
        found.collect()
    }
}

fn templated<T>(node: &mut Node<T>, texts: Vec<String>) -> &mut Node<T> {
    let known = node.templates.iter().position(|(own, _)| *own == texts);
    let place = known.unwrap_or_else(|| {
        let weight = |texts: &[String]| texts.iter().map(String::len).sum::<usize>() + texts.len();
        let heavier = |(own, _): &(Vec<String>, Node<T>)| weight(own) >= weight(&texts);
        let place = node.templates.iter().take_while(|one| heavier(one)).count();
        node.templates.insert(place, (texts, Node::new()));
        place
    });
    #[expect(clippy::indexing_slicing, reason = "it is there already, or was just added")]
    &mut node.templates[place].1
}

type Ends<T> = BTreeMap<String, (T, Vec<String>)>;

fn search<'router, T>(
    node: &'router Node<T>,
    segments: &[String],
    values: &mut Vec<String>,
) -> Option<&'router Ends<T>> {
    let Some((segment, rest)) = segments.split_first() else {
        return (!node.ends.is_empty()).then_some(&node.ends);
    };
    let literal = node.literals.get(segment);
    if let Some(found) = literal.and_then(|next| search(next, rest, values)) {
        return Some(found);
    }
    for (texts, next) in &node.templates {
        let Some(given) = values_in(texts, segment) else { continue };
        let before = values.len();
        values.extend(given);
        if let Some(found) = search(next, rest, values) {
            return Some(found);
        }
        values.truncate(before);
    }
    None
}

/// What stands at the parameters of a segment, each at least one character.
fn values_in(texts: &[String], segment: &str) -> Option<Vec<String>> {
    let (first, rest) = texts.split_first()?;
    let mut left = segment.strip_prefix(first.as_str())?;
    let mut values = Vec::new();
    for (number, text) in rest.iter().enumerate() {
        let last = number + 1 == rest.len();
        let first_character = left.chars().next()?.len_utf8();
        let end = if last {
            left.ends_with(text.as_str()).then(|| left.len() - text.len())
        } else {
            left.get(first_character..)?.find(text.as_str()).map(|at| at + first_character)
        };
        let end = end.filter(|end| *end >= first_character)?;
        values.push(left.get(..end)?.to_owned());
        left = left.get(end + text.len()..)?;
    }
    Some(values)
}

/// The texts around the parameters of a segment, one more than those, and their names.
fn pieces(segment: &str) -> (Vec<String>, Vec<String>) {
    let (mut texts, mut names) = (Vec::new(), Vec::new());
    let mut text = String::new();
    let mut rest = segment;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        match after.split_once('}').filter(|(name, _)| !name.contains('{')) {
            Some((name, after)) => {
                texts.push(plain(&text));
                text.clear();
                names.push(name.to_owned());
                rest = after;
            }
            None => {
                text.push('{');
                rest = after;
            }
        }
    }
    text.push_str(rest);
    texts.push(plain(&text));
    (texts, names)
}

fn plain(text: &str) -> String {
    decoded(text).unwrap_or_else(|| text.to_owned())
}

/// None if it is no UTF-8.
fn decoded(text: &str) -> Option<String> {
    percent_decode_str(text).decode_utf8().ok().map(Into::into)
}
