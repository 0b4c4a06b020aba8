/** A node of a drawn page, as the simulator keeps it. */
export interface DrawnNode {
  childNodes?: DrawnNode[];
  shadowRoot?: DrawnNode;
  textContent?: string;
  _vt?: { type: string; tagName: string; attrs: { name: string; value: unknown }[] };
  triggerEvent?(name: string, detail: object, options: object): void;
}

const HANDS_ON_ITS_CONTENT = 'comp';
const BLOCKS = ['view', 'button', 'scroll-view'];

/** What stands on a page: an element with what it shows, and what can be done to it. */
export class PageElement {
  readonly children: PageElement[];

  constructor(
    private readonly node: DrawnNode,
    readonly parent: PageElement | null,
  ) {
    // Deep trees go on in a component of Taro's own, whose content is its shadow.
    const inner = this.tag === HANDS_ON_ITS_CONTENT ? node.shadowRoot : node;
    this.children = (inner?.childNodes ?? []).map((child) => new PageElement(child, this));
  }

  get tag(): string {
    return this.node._vt?.tagName ?? '';
  }

  attribute(name: string): unknown {
    return this.node._vt?.attrs.find((attribute) => attribute.name === name)?.value;
  }

  /** What is written in it and under it, without the breaks between. */
  get text(): string {
    if (!this.node.childNodes) return this.node.textContent ?? '';
    return this.children.map((child) => child.text).join('');
  }

  /** What a screen reader calls it. */
  get label(): string {
    return String(this.attribute('ariaLabel') || this.text);
  }

  get isDisabled(): boolean {
    const own = this.attribute('disabled');
    return own === true || own === 'true' || (this.parent?.isDisabled ?? false);
  }

  /** Itself and all under it. */
  get all(): PageElement[] {
    return [this, ...this.children.flatMap((child) => child.all)];
  }

  /** What is written, a line for each block that has words of its own. */
  get lines(): string[] {
    const lines: { block: PageElement | null; words: string }[] = [];
    for (const { node, text, block } of this.all) {
      if (node.childNodes || !text) continue;
      const last = lines.at(-1);
      if (last && last.block === block) last.words += text;
      else lines.push({ block, words: text });
    }
    return lines.map(({ words }) => words);
  }

  /** The element that begins a new line for it. */
  private get block(): PageElement | null {
    return !this.parent || BLOCKS.includes(this.parent.tag) ? this.parent : this.parent.block;
  }

  isWithin(other: PageElement): boolean {
    return this === other || (this.parent?.isWithin(other) ?? false);
  }

  fire(event: string, detail: object = {}): void {
    this.node.triggerEvent?.(event, detail, { bubbles: true, composed: true, capturePhase: true });
  }
}
