// A browser in which pages are opened, with the extension or without; started again where a page broke it.
import type { Page } from 'puppeteer-core';
import type { FoundBrowser } from '../browser/find';
import { type Driven, launch, openControl } from '../start/browser';
import type { Guard } from './guard';
import { inTime } from './limit';
import { watchBackground } from './record';

const CLOSES_WITHIN = 10_000;

export interface Running {
  readonly driven: Driven;
  /** A page of the extension, through which it is asked about the others; null without the extension. */
  readonly control: Page | null;
  /** Addresses that the extension's background asked for; empty where it is not watched. */
  readonly background: readonly string[];
}

export class Side {
  private running: Running | null = null;

  constructor(
    private readonly found: FoundBrowser,
    /** The built extension, or null. */
    readonly extension: string | null,
    private readonly guard: Guard,
    /** Also what the extension's background asks for is written down (Chromium). */
    private readonly watched = false,
  ) {}

  get firefox(): boolean {
    return this.found.kind === 'firefox';
  }

  /** The browser that runs, started if need be. Throws where it does not start. */
  async ready(): Promise<Running> {
    if (this.running?.driven.browser.connected) return this.running;
    const proxy = `127.0.0.1:${this.guard.port}`;
    const launched = await launch(this.found, this.extension, true, {
      args: this.firefox
        ? []
        : [`--proxy-server=http://${proxy}`, '--proxy-bypass-list=<-loopback>'],
      preferences: {
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': this.guard.port,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': this.guard.port,
        'network.proxy.allow_hijacking_localhost': true,
        // Its lists are asked for over and over where nothing answers.
        'services.settings.server': 'data:,#remote-settings-dummy/v1',
        // Times are otherwise rounded to a millisecond, and timers wait for the page to load.
        'privacy.reduceTimerPrecision': false,
        'dom.timeout.defer_during_load': false,
      },
    });
    if (!launched.ok) throw new Error(launched.reason);
    const { driven } = launched;
    const control = this.extension === null ? null : await openControl(driven);
    const background =
      control === null || this.firefox || !this.watched ? [] : await watchBackground(driven);
    this.running = { driven, control, background };
    return this.running;
  }

  /** Ends the browser; the next page gets a new one. */
  async end(): Promise<void> {
    const { running } = this;
    this.running = null;
    if (!running) return;
    try {
      await inTime(CLOSES_WITHIN, running.driven.close());
    } catch {
      running.driven.browser.process()?.kill('SIGKILL');
    }
  }
}
