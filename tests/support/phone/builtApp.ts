import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { DrawnNode } from './pageElement';

/** The part of miniprogram-simulate that draws pages. */
interface Simulator {
  load(path: string, options: { compiler: 'official'; rootPath: string }): string;
  render(id: string): DrawnPage;
}

/** A page's own side, as the framework calls it. */
export type PageInstance = { route: string; options: Record<string, string> } & Record<
  string,
  ((...args: unknown[]) => unknown) | undefined
>;

export interface DrawnPage {
  instance: PageInstance;
  _exparserNode: { shadowRoot: DrawnNode };
  attach(parent: Node): void;
  detach(): void;
}

type Definition = Record<string, unknown> & { options?: object };
type Run = (code: string) => void;

export interface AppManifest {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
  tabBar: { list: { pagePath: string; text: string }[] };
}

const simulator = jest.requireActual<Simulator>('miniprogram-simulate');
const simulated = globalThis as unknown as { Component: (definition: Definition) => void; wx: object };
// The simulator would run a page through jest, once for all phones; each phone runs its own.
const files = jest.requireActual<{ runJs: Run }>('miniprogram-simulate/src/utils');

/** WeChat's APIs as the simulator mimics them. */
export const simulatedWx = simulated.wx;

/**
 * The built app as one phone has it: every script is run anew for it, with that phone's `wx` and page stack,
 * the way WeChat hands them in.
 */
export class BuiltApp {
  readonly manifest: AppManifest;
  readonly routes: string[];
  private readonly modules = new Map<string, { exports: unknown }>();
  private readonly components = new Map<string, string>();
  private app: PageInstance | null = null;

  constructor(
    readonly folder: string,
    private readonly wx: object,
    private readonly getCurrentPages: () => PageInstance[],
  ) {
    this.manifest = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')) as AppManifest;
    const { pages, subPackages } = this.manifest;
    this.routes = [
      ...pages,
      ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => join(root, page))),
    ];
  }

  launch(): void {
    this.require(join(this.folder, 'app'));
    this.app?.onLaunch?.({ path: this.manifest.pages[0], query: {}, scene: 1001 });
    this.app?.onShow?.({ path: this.manifest.pages[0], query: {}, scene: 1001 });
  }

  /** A new page of this route, not yet shown. */
  draw(route: string): DrawnPage {
    let id = this.components.get(route);
    if (!id) {
      files.runJs = (path) => this.require(path);
      id = simulator.load(join(this.folder, route), { compiler: 'official', rootPath: this.folder });
      this.components.set(route, id);
    }
    return simulator.render(id);
  }

  private require(path: string): unknown {
    const file = resolve(path.endsWith('.js') ? path : `${path}.js`);
    const known = this.modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    this.modules.set(file, module);
    const given: Record<string, unknown> = {
      wx: this.wx,
      App: (app: PageInstance) => (this.app = app),
      Page: (definition: Definition) => this.register(asComponent(definition)),
      Component: (definition: Definition) => this.register(definition),
      Behavior: (definition: Definition) => definition,
      getApp: () => this.app,
      getCurrentPages: this.getCurrentPages,
      require: (request: string) => this.require(join(dirname(file), request)),
      module,
      exports: module.exports,
    };
    const code = `${readFileSync(file, 'utf8')}\n//# sourceURL=${relative(process.cwd(), file)}`;
    new Function(...Object.keys(given), code)(...Object.values(given));
    return module.exports;
  }

  private register(definition: Definition): void {
    simulated.Component({ ...definition, options: { ...definition.options, classPrefix: '' } });
  }
}

/** The simulator knows components only: a page's functions become methods. */
function asComponent(page: Definition): Definition {
  const methods = Object.fromEntries(Object.entries(page).filter(([, value]) => typeof value === 'function'));
  return { methods, data: page.data };
}
