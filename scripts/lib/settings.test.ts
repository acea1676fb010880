import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { cmsRoot } from './paths.ts';
import { Problem } from './problem.ts';
import { newSecrets, secretNames } from './secrets.ts';
import { innerAddress, settingsFrom } from './settings.ts';

const secrets = newSecrets({});
const from = (values: Record<string, string>) =>
  settingsFrom({ cms: { ...secrets, ...values }, site: { ...secrets, ...values } }, 'production');

describe('the settings of both apps', () => {
  it('need nothing but secrets', () => {
    const { cms, site } = from({});
    expect(site).toMatchObject({ siteUrl: 'http://localhost:3000', port: 3000 });
    expect(cms).toMatchObject({ CMS_PORT: 1337, CMS_URL: 'http://localhost:1337', CMS_DATA_DIR: path.join(cmsRoot, '.data') });
  });

  it('agree about the addresses: the site follows its port, and finds the CMS by its port', () => {
    const { cms, site, siteEnvironment, cmsEnvironment } = from({ PORT: '3104', CMS_PORT: '1440' });
    expect(site.siteUrl).toBe('http://localhost:3104');
    expect(cms.SITE_URL).toBe('http://localhost:3104');
    expect(cms.CMS_URL).toBe('http://localhost:1440');
    expect(cmsEnvironment['CMS_URL']).toBe('http://localhost:1440');
    expect(siteEnvironment['CMS_URL']).toBe('http://127.0.0.1:1440');
  });

  it('keep the CMS near, whatever its public address', () => {
    const { cms, siteEnvironment, cmsEnvironment } = from({
      CMS_URL: 'https://cms.clinic.test',
      SITE_URL: 'https://clinic.test',
    });
    expect(cms.CMS_URL).toBe('https://cms.clinic.test');
    expect(cmsEnvironment['SITE_URL']).toBe('https://clinic.test');
    expect(siteEnvironment).toMatchObject({
      CMS_URL: 'http://127.0.0.1:1337',
      SITE_URL: 'https://clinic.test',
      NODE_ENV: 'production',
    });
  });

  it('tell the site no secret but the one by which the CMS knows it', () => {
    const { siteEnvironment, cmsEnvironment, site } = from({});
    expect(siteEnvironment['SITE_TOKEN']).toBe(cmsEnvironment['SITE_TOKEN']);
    expect(site.siteToken).toBe(secrets['SITE_TOKEN']);
    for (const name of secretNames) expect(siteEnvironment[name]).toBeUndefined();
  });

  it('take a data folder from the folder of the CMS, as the CMS does', () => {
    expect(from({ CMS_DATA_DIR: 'elsewhere' }).cmsEnvironment['CMS_DATA_DIR']).toBe(path.join(cmsRoot, 'elsewhere'));
    expect(from({ CMS_DATA_DIR: '/srv/cms' }).cms.CMS_DATA_DIR).toBe('/srv/cms');
  });

  it('are all refused at once if several are wrong, and show no secret', () => {
    const refusal = () => from({ CMS_PORT: 'x', PORT: 'y', ENCRYPTION_KEY: 'toBeModified' });
    expect(refusal).toThrow(Problem);
    expect(refusal).toThrow(
      /CMS_PORT is not a port number[\s\S]*ENCRYPTION_KEY is a placeholder[\s\S]*\nPORT must be a port number/,
    );
    expect(refusal).not.toThrow(/toBeModified/);
  });

  it('refuse one port for two servers', () => {
    expect(() => from({ PORT: '4000', CMS_PORT: '4000' })).toThrow(
      'The site and the CMS are both to use port 4000: set PORT or CMS_PORT to another one.',
    );
  });
});

describe('the address of the CMS on this machine', () => {
  it.each([
    ['127.0.0.1', 'http://127.0.0.1:1337'],
    ['localhost', 'http://localhost:1337'],
    ['0.0.0.0', 'http://127.0.0.1:1337'],
    ['::', 'http://[::1]:1337'],
    ['10.0.0.5', 'http://10.0.0.5:1337'],
  ])('is for %s %s', (host, address) => {
    expect(innerAddress({ CMS_HOST: host, CMS_PORT: 1337 })).toBe(address);
  });
});
