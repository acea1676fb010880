import type { Refusal } from '../guards/guard.ts';

interface Words {
  heading: string;
  text: string;
}

const form: Words = {
  heading: 'We could not take what was sent',
  text: 'It did not look like one of the forms of this site. Nothing was kept. Please open the page again and try once more.',
};

/** What a visitor reads for each refusal: never whose fault it is, never how the server works. */
export const words: Record<Refusal['status'], Words> = {
  400: {
    heading: 'We could not read that address',
    text: 'It may have a small mistake in it. Please check it, or start from the home page.',
  },
  403: {
    heading: 'This form did not come from our site',
    text: 'For your safety we only take forms that were filled in here. Please open the page again and send it from there.',
  },
  404: {
    heading: 'We could not find that page',
    text: 'The address may have a small mistake in it, or the page may have moved.',
  },
  405: {
    heading: 'That is not possible here',
    text: 'Pages of this site can be read, and forms can be sent. Please start from the home page.',
  },
  413: {
    heading: 'That was too long for us to take',
    text: 'Nothing was kept. Please shorten it and send it again, or call us instead.',
  },
  415: form,
  421: {
    heading: 'Our site is not at this address',
    text: 'Please follow the link to reach it.',
  },
  500: {
    heading: 'Something went wrong on our side',
    text: 'It is not your doing. Please try again in a moment.',
  },
  503: {
    heading: 'This cannot be shown right now',
    text: 'That is usually over within a minute: please try again shortly.',
  },
};
