/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { checkUrl } from './checkUrl';

describe('checkUrl', () => {
  it.each([
    ['https://prometheus.example.com/', 'https://prometheus.example.com'],
    ['http://10.0.0.7:9090/prom//', 'http://10.0.0.7:9090/prom'],
  ])('takes %s', (text, url) => {
    expect(checkUrl(text, 'key')).toBe(url);
  });

  it.each([
    'http://localhost:9090',
    'http://a.localhost',
    'http://127.0.0.1',
    'http://127.1',
    'http://2130706433',
    'http://[::1]:9090',
    'http://169.254.169.254/latest/meta-data',
    'http://[fe80::1]',
    'http://[fd00:ec2::254]',
    'http://[::ffff:127.0.0.1]',
    'http://0.0.0.0',
  ])('refuses %s unless it is told to', text => {
    expect(() => checkUrl(text, 'key')).toThrow(
      'key: leads to this machine or to a link-local address; name the host by which others reach it',
    );
    expect(checkUrl(text, 'key', { allowLoopback: true })).toBe(text);
  });

  it.each(['ftp://host', 'host:9090', 'https://me:secret@host', ''])(
    'refuses %j always, and says nothing of it',
    text => {
      expect(() => checkUrl(text, 'key', { allowLoopback: true })).toThrow(
        'key: is no http or https URL without user and password in it',
      );
    },
  );
});
