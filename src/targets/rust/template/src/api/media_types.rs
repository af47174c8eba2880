//! Media types, as the contract and requests name them.

/// The type without its parameters.
pub fn plain(kind: &str) -> String {
    kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// The described media type that a given one is of: itself, else its kind, else any.
pub fn best_match<'name>(
    given: &str,
    described: impl Iterator<Item = &'name str> + Clone,
) -> Option<&'name str> {
    let kind = plain(given);
    let group = format!("{}/*", group_of(&kind));
    let mut wanted = [kind.as_str(), group.as_str(), "*/*"].into_iter();
    wanted.find_map(|wanted| described.clone().find(|name| plain(name) == wanted))
}

pub fn is_json(kind: &str) -> bool {
    let kind = plain(kind);
    kind.split_once('/').is_some_and(|(_, name)| name == "json" || name.ends_with("+json"))
}

/// Does `Accept` admit one of these types, or the problem documents of any operation?
pub fn is_accepted(accept: Option<&str>, kinds: &[&str]) -> bool {
    let Some(accept) = accept.filter(|_| !kinds.is_empty()) else { return true };
    let bounded: String = accept.chars().take(4000).collect();
    bounded.split(',').any(|range| admits(range, kinds))
}

fn admits(range: &str, kinds: &[&str]) -> bool {
    let wanted = plain(range);
    if range.split(';').skip(1).any(is_refused) {
        return false;
    }
    if matches!(wanted.as_str(), "*/*" | "application/problem+json") {
        return true;
    }
    let group = group_of(&wanted);
    kinds.iter().map(|kind| plain(kind)).any(|offered| {
        offered == wanted
            || offered == "*/*"
            || (wanted == format!("{group}/*") && group_of(&offered) == group)
    })
}

/// `q=0`, `q=0.00`
fn is_refused(parameter: &str) -> bool {
    let Some(weight) = parameter.trim().strip_prefix("q=0") else { return false };
    weight.is_empty()
        || weight.strip_prefix('.').is_some_and(|zeros| zeros.bytes().all(|digit| digit == b'0'))
}

fn group_of(kind: &str) -> &str {
    kind.split('/').next().unwrap_or_default()
}
