/** The languages of the interface and of the notes, the default one first. */
export const locales = ['en', 'zh'] as const;

/** A language of the interface: `en` stands at the site's root, `zh` under `/zh/`. */
export type Locale = (typeof locales)[number];

/** The language whose pages stand at the site's root. */
export const defaultLocale: Locale = 'en';

/** The BCP 47 tag that `lang` and `hreflang` carry for a locale. */
export function languageTag(locale: Locale): string {
  return locale === 'zh' ? 'zh-Hans' : 'en';
}

/** The other one of the two languages. */
export function otherLocale(locale: Locale): Locale {
  return locale === 'en' ? 'zh' : 'en';
}

/** A text in both languages. */
export type Bilingual = Readonly<Record<Locale, string>>;

const HAN = /\p{Script=Han}/u;

/** The language a piece of text is mostly written in: Chinese as soon as it holds a Han character. */
export function detectLocale(text: string): Locale {
  return HAN.test(text) ? 'zh' : 'en';
}

/** A locale as the optional first segment of an address: nothing for the default language. */
export function localeParam(locale: Locale): string | undefined {
  return locale === defaultLocale ? undefined : locale;
}
