//! Cash flows as a sum of discounted amounts, in the one form that the root search works on.
//!
//! The unknown is the discount of one unit period, `d = i / (1 + i)`: an amount one unit period away is worth
//! `1 − d` of itself. What an amount loses by being `t` unit periods away is `1 − (1 − d)^t`, kept as that loss
//! and never as the factor: a loss composes without cancellation, so small rates keep all their digits.
//! What is not here: dates, conventions, the search.

/// One amount at its place in time.
#[derive(Clone, Copy, Debug)]
struct Term {
    /// Signed, in fen; exact below 2^53.
    fen: f64,
    /// Whole unit periods since the first amount.
    whole: u64,
    /// Part of a unit period, in which interest is simple (Regulation Z); 0 in all other conventions.
    part: f64,
}

/// Amounts in the order of time, none of them nothing.
#[derive(Clone, Debug, Default)]
pub(super) struct Series {
    terms: Vec<Term>,
    total_fen: i128,
}

/// The sum of a [`Series`] at one discount.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sum {
    /// Present value in fen.
    pub value: f64,
    /// `−(1 − d)` times its derivative by `d`.
    pub fall: f64,
    /// No larger than this is the error that rounding leaves in `value`.
    pub noise: f64,
}

/// Between which bounds the sum of a [`Series`] stays while the discount moves over an interval.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    /// Whether present value cannot be 0 anywhere in the interval.
    pub never_zero: bool,
    /// Whether present value only falls or only rises in the interval.
    pub monotone: bool,
}

/// The loss of an amount, and how fast it grows: `(1 − d)` times its derivative by `d`.
#[derive(Clone, Copy)]
struct Loss {
    loss: f64,
    speed: f64,
}

impl Series {
    /// An empty series with room for `n` amounts.
    pub fn with_capacity(n: usize) -> Series {
        Series { terms: Vec::with_capacity(n), total_fen: 0 }
    }

    /// Adds an amount; places in time never decrease. Nothing is left out.
    pub fn push(&mut self, fen: i64, whole: u64, part: f64) {
        if fen != 0 {
            self.terms.push(Term { fen: fen as f64, whole, part });
            self.total_fen += i128::from(fen);
        }
    }

    /// How many amounts there are.
    pub fn len(&self) -> usize {
        self.terms.len()
    }

    /// How often the amounts change their sign.
    pub fn sign_changes(&self) -> usize {
        self.terms.windows(2).filter(|pair| (pair[0].fen > 0.0) != (pair[1].fen > 0.0)).count()
    }

    /// What goes in less what goes out, exactly: the present value at a rate of 0.
    pub fn total_fen(&self) -> i128 {
        self.total_fen
    }

    /// Whether the first amount is positive: the sign of the present value at a rate beyond all bounds.
    pub fn starts_positive(&self) -> bool {
        self.terms.first().is_some_and(|term| term.fen > 0.0)
    }

    /// The same amounts with time running backwards.
    ///
    /// Discounting the mirror image at `d` is, but for a factor, what growing at `−d` a unit period is here:
    /// `(1 + i)^T / ((1 + f·i)(1 + i)^t)` with `i = −j / (1 + j)` is `1 / ((1 + (1 − f)·j)(1 + j)^(T − t − 1))`.
    pub fn mirrored(&self) -> Series {
        let end = self.terms.last().map_or(0, |last| last.whole + u64::from(last.part > 0.0));
        let mirror = |term: &Term| match term.part > 0.0 {
            true => Term { fen: term.fen, whole: end - term.whole - 1, part: 1.0 - term.part },
            false => Term { whole: end - term.whole, ..*term },
        };
        Series { terms: self.terms.iter().rev().map(mirror).collect(), total_fen: self.total_fen }
    }

    /// The sum at a discount of at least 0 and below 1.
    pub fn at(&self, d: f64) -> Sum {
        let (mut lost, mut fall, mut size) = (0.0, 0.0, 0.0);
        let mut walk = Walk::at(d);
        for term in &self.terms {
            let Loss { loss, speed } = walk.to(term);
            lost += term.fen * loss;
            fall += term.fen * speed;
            size += term.fen.abs() * loss;
        }
        let total = self.total_fen as f64;
        let noise = f64::EPSILON * (total.abs() + (self.terms.len() + 64) as f64 * size);
        Sum { value: total - lost, fall, noise }
    }

    /// What is certain of the sum between two discounts: each loss grows with `d`, so its ends bound it.
    pub fn between(&self, low: f64, high: f64) -> Bounds {
        let (mut lost, mut fall) = (Range::default(), Range::default());
        let (mut first, mut second) = (Walk::at(low), Walk::at(high));
        for term in &self.terms {
            let (a, b) = (first.to(term), second.to(term));
            let fastest = term.peak_speed(low, high).unwrap_or(a.speed.max(b.speed));
            lost.add(term.fen, a.loss, b.loss);
            fall.add(term.fen, a.speed.min(b.speed), fastest);
        }
        let total = self.total_fen as f64;
        let margin = f64::EPSILON * (self.terms.len() + 64) as f64;
        Bounds { never_zero: lost.excludes(total, margin), monotone: fall.excludes(0.0, margin) }
    }
}

impl Term {
    /// The largest speed inside an interval where that is not at one of its ends.
    ///
    /// A loss of whole unit periods slows down all the way. Only a payment less than half a unit period away
    /// has its speed `z·f / (f + (1 − f)·z)²`, `z = 1 − d`, rise first, to `1 / 4(1 − f)` at `z = f / (1 − f)`.
    fn peak_speed(&self, low: f64, high: f64) -> Option<f64> {
        let peak = 1.0 - self.part / (1.0 - self.part);
        let inside = self.whole == 0 && self.part > 0.0 && low < peak && peak < high;
        inside.then(|| 0.25 / (1.0 - self.part))
    }
}

/// Goes through places in time in their order and works out each loss from the one before.
struct Walk {
    d: f64,
    whole: u64,
    loss: f64,
    step: u64,
    step_loss: f64,
}

impl Walk {
    fn at(d: f64) -> Walk {
        Walk { d, whole: 0, loss: 0.0, step: 0, step_loss: 0.0 }
    }

    fn to(&mut self, term: &Term) -> Loss {
        let step = term.whole - self.whole;
        if step != self.step {
            self.step = step;
            self.step_loss = -compound(-self.d, step);
        }
        self.loss += (1.0 - self.loss) * self.step_loss;
        self.whole = term.whole;
        let left = 1.0 - self.loss;
        if term.part == 0.0 {
            return Loss { loss: self.loss, speed: term.whole as f64 * left };
        }
        self.with_part(term, left)
    }

    /// Interest of a part `f` of a unit period is simple: the factor is `1 / (1 + f·i) = (1 − d) / (1 − (1 − f)·d)`.
    fn with_part(&self, term: &Term, left: f64) -> Loss {
        let shrink = 1.0 / (1.0 - (1.0 - term.part) * self.d);
        let part_loss = term.part * self.d * shrink;
        let part_speed = (1.0 - self.d) * term.part * shrink * shrink;
        Loss {
            loss: self.loss + left * part_loss,
            speed: left * (term.whole as f64 * (1.0 - part_loss) + part_speed),
        }
    }
}

/// `(1 + i)^n − 1` by repeated doubling: growth `a` and then `b` is together `a + b + a·b`.
pub(super) fn compound(i: f64, n: u64) -> f64 {
    let (mut result, mut power, mut left) = (0.0, i, n);
    while left > 0 {
        if left & 1 == 1 {
            result += power * (1.0 + result);
        }
        power *= 2.0 + power;
        left >>= 1;
    }
    result
}

/// Bounds of a sum of products, the positive and the negative parts apart.
#[derive(Default)]
struct Range {
    low: f64,
    high: f64,
    size: f64,
}

impl Range {
    fn add(&mut self, fen: f64, least: f64, most: f64) {
        let (low, high) = if fen > 0.0 { (fen * least, fen * most) } else { (fen * most, fen * least) };
        self.low += low;
        self.high += high;
        self.size += fen.abs() * most;
    }

    fn excludes(&self, value: f64, margin: f64) -> bool {
        let margin = margin * (self.size + value.abs());
        value < self.low - margin || value > self.high + margin
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_composes_like_powers() {
        assert_eq!(compound(0.5, 0), 0.0);
        assert_eq!(compound(0.5, 3), 2.375);
        assert_eq!(compound(-0.5, 3), -0.875);
        assert_eq!(compound(1.0, 10), 1023.0);
    }

    #[test]
    fn no_speed_inside_an_interval_is_beyond_its_bound() {
        let places = [(0, 0.1), (0, 0.25), (0, 0.4), (0, 0.5), (0, 0.9), (1, 0.0), (1, 0.1), (3, 0.7)];
        for (whole, part) in places {
            let term = Term { fen: 1.0, whole, part };
            let speed = |d| Walk::at(d).to(&term).speed;
            let (low, high) = (0.03, 0.97);
            let most = term.peak_speed(low, high).unwrap_or(f64::max(speed(low), speed(high)));
            let least = f64::min(speed(low), speed(high));
            let seen: Vec<f64> = (0..=9_400).map(|k| speed(low + f64::from(k) / 1e4)).collect();
            let largest = seen.iter().copied().fold(0.0, f64::max);
            assert!(seen.iter().all(|&speed| speed >= least - 1e-12), "{whole} and {part}");
            assert!(largest <= most + 1e-12 && largest > most - 1e-6, "{whole} and {part}");
        }
    }

    #[test]
    fn the_mirror_image_has_its_places_from_the_end() {
        let mut series = Series::default();
        series.push(-100, 0, 0.0);
        series.push(40, 1, 0.25);
        series.push(70, 2, 0.5);
        let places: Vec<_> = series.mirrored().terms.iter().map(|term| (term.whole, term.part)).collect();
        assert_eq!(places, [(0, 0.5), (1, 0.75), (3, 0.0)]);
    }
}
