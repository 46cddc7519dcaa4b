import { describe, expect, test } from 'vitest';
import { parseCommand, readerCommand } from '../../../src/core/reader/keys.ts';

const press = (key: string, held: { ctrlKey?: boolean; metaKey?: boolean; altKey?: boolean } = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe('keys', () => {
  test.each([
    ['j', 'next-page'],
    ['p', 'previous-page'],
    ['+', 'zoom-in'],
    ['-', 'zoom-out'],
    ['0', 'fit-width'],
  ])('%s means %s wherever the focus is', (key, command) => {
    expect(readerCommand(press(key), false)).toBe(command);
    expect(readerCommand(press(key), true)).toBe(command);
  });

  test.each([
    ['ArrowRight', 'next-page'],
    ['Home', 'first-page'],
    ['End', 'last-page'],
  ])('%s is the PDF’s only while it has the focus', (key, command) => {
    expect(readerCommand(press(key), true)).toBe(command);
    expect(readerCommand(press(key), false)).toBeUndefined();
  });

  test('with Ctrl, Alt or Meta belong to the browser', () => {
    expect(readerCommand(press('0', { ctrlKey: true }), true)).toBeUndefined();
    expect(readerCommand(press('ArrowLeft', { altKey: true }), true)).toBeUndefined();
    expect(readerCommand(press('-', { metaKey: true }), true)).toBeUndefined();
  });
});

test('a button’s command is one of ours or none', () => {
  expect(parseCommand('fit-page')).toBe('fit-page');
  expect(parseCommand('next-page')).toBe('next-page');
  expect(parseCommand('constructor')).toBeUndefined();
  expect(parseCommand(undefined)).toBeUndefined();
});
