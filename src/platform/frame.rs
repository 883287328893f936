//! The frame: what `index.html` shows until the app takes its place.

use super::page;
use leptos::prelude::document;
use web_sys::Element;

/// The frame, while it is in the page.
pub struct Frame(Option<Element>);

impl Frame {
    /// Finds it.
    pub fn find() -> Self {
        Self(document().get_element_by_id("frame"))
    }

    /// The words of a first visit, as markup. Today shows them too, while nothing is recorded.
    pub fn first_visit(&self) -> String {
        self.part(".first-visit").map(|words| words.inner_html()).unwrap_or_default()
    }

    /// Whether the user has asked for the example already: then `boot.js` has switched its button off. It is on again
    /// after this.
    pub fn take_wish_for_example(&self) -> bool {
        let button = self.part(".first-visit [aria-disabled]");
        button.is_some_and(|button| button.remove_attribute("aria-disabled").is_ok())
    }

    /// Takes it out of the page. What has the focus in it has it in the app's copy, too.
    pub fn remove(self) {
        let Some(frame) = self.0 else { return };
        let focused = document().active_element().filter(|at| frame.contains(Some(at))).map(|at| at.id());
        frame.remove();
        if let Some(id) = focused.filter(|id| !id.is_empty()) {
            page::focus(&format!("#{id}"));
        }
    }

    fn part(&self, selector: &str) -> Option<Element> {
        self.0.as_ref()?.query_selector(selector).ok()?
    }
}
