//! Lines between counties, each with a head that says whither.

use super::{Frame, Painter};
use crate::ui::map::arcs::Arrow;
use crate::ui::map::atlas::Bounds;
use crate::ui::map::data::Tone;
use crate::ui::map::drawn::Wide;
use crate::ui::map::view::{Pixel, View};

/// Lines that are drawn with their width and a head; lighter ones beyond these are hairlines.
const WIDE: usize = 150;
/// How far a line's casing stands out, in pixels.
const CASING: f64 = 1.5;

impl Painter {
    /// All casings before all lines, so that lines that cross don't cut one another.
    pub(super) fn lines(&self, frame: &Frame<'_>, seen: &Bounds) {
        let Frame { view, palette, .. } = *frame;
        let lines = frame.layers.arcs.iter();
        let in_sight: Vec<&Wide> = lines.filter(|arc| arc.bounds.meets(seen)).collect();
        let (wide, light) = in_sight.split_at(in_sight.len().min(WIDE));
        let tone = |arc: &Wide| frame.data.arc_tone(arc.kind);
        self.hairlines(light, view, |arc| palette.inks.tone(tone(arc)));
        let arrows: Vec<(f64, Tone, Arrow)> = wide
            .iter()
            .map(|arc| (arc.width, tone(arc), Arrow::of(&arc.curve, view, arc.width)))
            .collect();
        self.context.set_stroke_style_str(&palette.inks.surface);
        for (width, _, arrow) in &arrows {
            self.shaft(arrow, width + 2.0 * CASING);
            if let Some(head) = arrow.head {
                self.head(head);
                self.context.set_line_width(2.0 * CASING);
                self.context.stroke();
            }
        }
        for (width, tone, arrow) in &arrows {
            let ink = palette.inks.tone(*tone);
            self.context.set_stroke_style_str(ink);
            self.shaft(arrow, *width);
            if let Some(head) = arrow.head {
                self.head(head);
                self.context.set_fill_style_str(ink);
                self.context.fill();
            }
        }
    }

    /// The lines of the whole region while a hand moves it.
    pub(super) fn light_lines(&self, frame: &Frame<'_>) {
        let all: Vec<&Wide> = frame.layers.arcs.iter().take(WIDE).collect();
        let inks = &frame.palette.inks;
        self.hairlines(&all, frame.view, |arc| {
            inks.tone(frame.data.arc_tone(arc.kind))
        });
    }

    fn hairlines<'a>(&self, lines: &[&Wide], view: View, ink: impl Fn(&Wide) -> &'a str) {
        self.context.set_line_width(1.0 / self.ratio);
        for alike in lines.chunk_by(|one, other| one.kind == other.kind) {
            let Some(first) = alike.first() else {
                continue;
            };
            self.context.set_stroke_style_str(ink(first));
            self.context.begin_path();
            for line in alike {
                let [from, control, to] = [line.curve.from, line.curve.control, line.curve.to]
                    .map(|place| view.to_screen(place));
                self.curve(from, control, to);
            }
            self.context.stroke();
        }
    }

    fn shaft(&self, arrow: &Arrow, width: f64) {
        self.context.set_line_width(width);
        self.context.begin_path();
        self.curve(arrow.from, arrow.control, arrow.to);
        self.context.stroke();
    }

    fn curve(&self, from: Pixel, control: Pixel, to: Pixel) {
        self.context.move_to(from.x, from.y);
        self.context
            .quadratic_curve_to(control.x, control.y, to.x, to.y);
    }

    fn head(&self, [tip, left, right]: [Pixel; 3]) {
        self.context.begin_path();
        self.context.move_to(tip.x, tip.y);
        self.context.line_to(left.x, left.y);
        self.context.line_to(right.x, right.y);
        self.context.close_path();
    }
}
