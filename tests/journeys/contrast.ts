/** How well everything drawn on the map stands out, computed from what the browser drew (WCAG 2.2, 1.4.3 and 1.4.11). */
import type { Page } from 'playwright';

export interface Drawn {
  readonly what: string;
  readonly ratio: number;
}

/**
 * The contrast of each text of the map with what lies under its middle, and of each line and frame that carries
 * meaning with the paper. Opacity counts.
 */
export function mapContrasts(page: Page): Promise<{ texts: Drawn[]; lines: Drawn[] }> {
  return page.evaluate(() => {
    type Colour = readonly [number, number, number, number];
    const parse = (text: string): Colour => {
      const numbers = text.match(/[\d.]+/g)?.map(Number) ?? [];
      const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
      return text === 'none' || text === 'transparent' ? [0, 0, 0, 0] : [red, green, blue, alpha];
    };
    const over = (top: Colour, under: Colour, opacity = 1): Colour => {
      const alpha = top[3] * opacity;
      const mix = (at: 0 | 1 | 2) => top[at] * alpha + under[at] * (1 - alpha);
      return [mix(0), mix(1), mix(2), 1];
    };
    const luminance = ([red, green, blue]: Colour) => {
      const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ratio = (a: Colour, b: Colour) => {
      const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
      return (light + 0.05) / (dark + 0.05);
    };
    const opacity = (element: Element): number => {
      let product = 1;
      for (let at: Element | null = element; at && at.tagName !== 'svg'; at = at.parentElement)
        product *= Number(getComputedStyle(at).opacity);
      return product;
    };
    const paper = parse(getComputedStyle(document.documentElement).backgroundColor);
    const map = document.querySelector('svg .map');
    if (!map) throw new Error('there is no map');
    const rects = [...map.querySelectorAll('rect')].map((rect) => ({
      box: rect.getBoundingClientRect(),
      fill: parse(getComputedStyle(rect).fill),
      opacity: opacity(rect),
    }));

    const texts = [...map.querySelectorAll('text')].map((text) => {
      const box = text.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      let under = paper;
      for (const rect of rects)
        if (x >= rect.box.left && x <= rect.box.right && y >= rect.box.top && y <= rect.box.bottom)
          under = over(rect.fill, under, rect.opacity);
      const ink = over(parse(getComputedStyle(text).fill), under, opacity(text));
      return { what: text.textContent ?? '', ratio: ratio(ink, under) };
    });
    const meaning = '.link.lit, .box.lit .frame, .box.now .frame, .end.lit .frame';
    const lines = [...map.querySelectorAll(meaning)].map((line) => ({
      what: line.getAttribute('class') ?? '',
      ratio: ratio(over(parse(getComputedStyle(line).stroke), paper, opacity(line)), paper),
    }));
    return { texts, lines };
  });
}
