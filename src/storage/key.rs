//! Under which key a record is stored.

use crate::model::RecordKey;

/// All keys of ours begin so. What does not belongs to another app of the same address, and is left alone.
const OURS: &str = "afterword/";
/// Raw texts that were kept: `afterword/aside/<why>/<kind>/<id>`.
const BACKUP: &str = "afterword/aside/";
/// What is owed to the journal: `afterword/owed/<kind>/<id>`.
const OWED: &str = "afterword/owed/";
const SETTINGS: &str = "afterword/settings/all";
const SEARCH: &str = "afterword/search/all";
/// Where older versions stored what Today looked like. It is no record, and is removed at the start.
pub(super) const GLANCE: &str = "afterword/glance";

/// Whether what is stored under a key is ours.
pub fn is_ours(name: &str) -> bool {
    name.starts_with(OURS)
}

/// Whether what is stored under a key is a record.
pub fn is_record(name: &str) -> bool {
    record_of(name).is_some()
}

/// The key under which it is kept that a record is removed, where the journal could not be told: it would bring the
/// record back.
pub fn owed_name(name: &str) -> String {
    format!("{OWED}{}", name.strip_prefix(OURS).unwrap_or(name))
}

/// The key of the record of which the journal is owed a word.
pub fn owed_about(name: &str) -> Option<String> {
    name.strip_prefix(OWED).map(|rest| format!("{OURS}{rest}"))
}

/// The key under which a record is stored: `afterword/<kind>/<id>`.
pub(super) fn name(key: RecordKey) -> String {
    match key {
        RecordKey::Person(id) => format!("afterword/person/{id}"),
        RecordKey::Opportunity(id) => format!("afterword/opportunity/{id}"),
        RecordKey::Template(id) => format!("afterword/template/{id}"),
        RecordKey::Settings => SETTINGS.to_owned(),
        RecordKey::Search => SEARCH.to_owned(),
    }
}

/// The record that is stored under a key, if one is.
pub(super) fn record_of(name: &str) -> Option<RecordKey> {
    if let SETTINGS = name {
        return Some(RecordKey::Settings);
    }
    if let SEARCH = name {
        return Some(RecordKey::Search);
    }
    let (kind, id) = name.strip_prefix(OURS)?.split_once('/')?;
    match kind {
        "person" => id.parse().ok().map(RecordKey::Person),
        "opportunity" => id.parse().ok().map(RecordKey::Opportunity),
        "template" => id.parse().ok().map(RecordKey::Template),
        _ => None,
    }
}

/// The key under which the raw text of `name` is kept; `why` is a word without a slash.
pub(super) fn backup_name(name: &str, why: &str) -> String {
    format!("{BACKUP}{why}/{}", name.strip_prefix(OURS).unwrap_or(name))
}

/// The key whose raw text is kept under `name`, and why it was kept.
pub(super) fn backed_up_from(name: &str) -> Option<(String, &str)> {
    let (why, was) = name.strip_prefix(BACKUP)?.split_once('/')?;
    // A second text of one record is told from the first by a number.
    let was = was.split_once('#').map_or(was, |(was, _)| was);
    Some((format!("{OURS}{was}"), why))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::OpportunityId;

    #[test]
    fn a_record_is_found_under_its_own_key() {
        let id = RecordKey::Opportunity(OpportunityId(uuid::Uuid::from_u128(7)));
        for key in [id, RecordKey::Settings, RecordKey::Search] {
            assert_eq!(record_of(&name(key)), Some(key));
        }
    }

    #[test]
    fn what_is_not_ours_is_no_record() {
        for name in
            ["theme", "afterword", GLANCE, "afterword/person/dana", "afterword/lamp/1", "other/settings/all"]
        {
            assert_eq!(record_of(name), None, "{name}");
        }
    }

    #[test]
    fn what_is_owed_about_a_record_is_no_record_and_knows_it() {
        let record = name(RecordKey::Opportunity(OpportunityId(uuid::Uuid::from_u128(7))));
        let owed = owed_name(&record);
        assert!(is_ours(&owed) && !is_record(&owed) && backed_up_from(&owed).is_none());
        assert_eq!(owed_about(&owed), Some(record.clone()));
        assert_eq!(owed_about(&record), None);
    }

    #[test]
    fn a_kept_text_knows_where_it_came_from() {
        let kept = backup_name("afterword/person/1", "broken");
        assert_eq!(record_of(&kept), None);
        assert_eq!(backed_up_from(&kept), Some(("afterword/person/1".to_owned(), "broken")));
        assert_eq!(backed_up_from(&format!("{kept}#2")), Some(("afterword/person/1".to_owned(), "broken")));
    }
}
