// Tabs, the toolbar button's badge, keyboard commands and the moment of installation.
import { browser } from './browser';

export interface Tab {
  readonly id: number;
  /** Empty where the extension may not know it. */
  readonly url: string;
  readonly title: string;
}

const known = (tab: { id?: number; url?: string; title?: string }): Tab[] =>
  tab.id === undefined ? [] : [{ id: tab.id, url: tab.url ?? '', title: tab.title ?? '' }];

export async function activeTab(): Promise<Tab | null> {
  const tabs = await browser.tabs.query({ active: true, currentWindow: true });
  return tabs.flatMap(known)[0] ?? null;
}

/** Id of the tab that shows the page that asks; null where it is in none. */
export async function ownTab(): Promise<number | null> {
  return (await browser.tabs.getCurrent())?.id ?? null;
}

/** Is the page that asks in a private window? */
export async function ownTabIsPrivate(): Promise<boolean> {
  return (await browser.tabs.getCurrent())?.incognito ?? browser.extension.inIncognitoContext;
}

/** Null where the tab is gone. */
export async function tabById(id: number): Promise<Tab | null> {
  try {
    return known(await browser.tabs.get(id))[0] ?? null;
  } catch {
    return null;
  }
}

/** Brings a tab and its window to the front; false where it is gone. */
export async function showTab(id: number): Promise<boolean> {
  try {
    const { windowId } = await browser.tabs.update(id, { active: true });
    if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
    return true;
  } catch {
    return false;
  }
}

/** Open tabs whose address falls under one of these match patterns. */
export async function tabsOf(patterns: readonly string[]): Promise<Tab[]> {
  if (patterns.length === 0) return [];
  return (await browser.tabs.query({ url: [...patterns] })).flatMap(known);
}

/** Opens one of the extension's own pages, such as `/matrix.html#/drug/E4`, in a new tab. */
export async function openOwnPage(path: string): Promise<void> {
  await browser.tabs.create({ url: ownAddress(path) });
}

/** Version of the extension, from its manifest. */
export function ownVersion(): string {
  return browser.runtime.getManifest().version;
}

export function ownAddress(path: string): string {
  return browser.runtime.getURL(path);
}

/** The short text on the toolbar button while this tab shows its present page; empty for none. */
export async function setBadge(tab: number, text: string): Promise<void> {
  await browser.action.setBadgeText({ tabId: tab, text });
}

export async function setBadgeColours(background: string, text: string): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: background });
  await browser.action.setBadgeTextColor({ color: text });
}

export function onTabClosed(closed: (tab: number) => void): void {
  browser.tabs.onRemoved.addListener(closed);
}

export function onCommand(run: (command: string) => void): void {
  browser.commands.onCommand.addListener(run);
}

/** The keys of a command as the reader has them, such as `Alt+Shift+E`; null where none is set. */
export async function keysOf(command: string): Promise<string | null> {
  const all = await browser.commands.getAll();
  return all.find((one) => one.name === command)?.shortcut || null;
}

export function onInstalled(run: (reason: 'install' | 'update' | 'other') => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    run(reason === 'install' || reason === 'update' ? reason : 'other');
  });
}

export function onBrowserStart(run: () => void): void {
  browser.runtime.onStartup.addListener(run);
}
