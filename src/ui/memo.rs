//! Memos of all types whose code is in the download once.
//!
//! Leptos's own memo is some 2 KB of code for each type that it holds. This one holds its values boxed, so that all
//! memos of the app are of one type; where it is looked at, the type comes back.

use leptos::prelude::{Get, GetUntracked, Signal};
use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

/// A value of some type that can be compared with others.
trait AnyValue: Any + Send + Sync {
    fn is(&self, other: &dyn Any) -> bool;
}

impl<T: PartialEq + Send + Sync + 'static> AnyValue for T {
    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

#[derive(Clone)]
struct Value(Arc<dyn AnyValue>);

impl Value {
    fn as_any(&self) -> &dyn Any {
        &*self.0
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        self.0.is(other.as_any())
    }
}

/// What follows from other signals, worked out once after each change of theirs; wakes only when it is another value.
pub struct Memo<T> {
    memo: leptos::prelude::Memo<Value>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

/// A memo of what `of` gives.
pub fn memo<T: PartialEq + Send + Sync + 'static>(of: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    fn boxed(of: Box<dyn Fn() -> Value + Send + Sync>) -> leptos::prelude::Memo<Value> {
        leptos::prelude::Memo::new(move |_| of())
    }
    Memo { memo: boxed(Box::new(move || Value(Arc::new(of())))), of: PhantomData }
}

impl<T: Send + Sync + 'static> Memo<T> {
    /// Looks at the value, and again after each change.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(value(&now(self.memo)))
    }

    /// Looks at the value this once.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(value(&once(self.memo)))
    }
}

impl<T: Clone + Send + Sync + 'static> Memo<T> {
    /// The value, and again after each change.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value this once.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

impl<T: Clone + Send + Sync + 'static> From<Memo<T>> for Signal<T> {
    fn from(memo: Memo<T>) -> Self {
        super::type_erased::derived(move || memo.get())
    }
}

#[inline(never)]
fn now(memo: leptos::prelude::Memo<Value>) -> Value {
    memo.get()
}

#[inline(never)]
fn once(memo: leptos::prelude::Memo<Value>) -> Value {
    memo.get_untracked()
}

fn value<T: 'static>(value: &Value) -> &T {
    match value.as_any().downcast_ref() {
        Some(value) => value,
        None => unreachable!("only `memo` makes one, of the type that it says"),
    }
}
