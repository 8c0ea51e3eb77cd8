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

import { checkEndpoint, checkIssuer, type HostRules } from './eksHosts';

const AWS: HostRules = { partition: 'aws', region: 'eu-west-1' };
const CHINA: HostRules = { partition: 'aws-cn', region: 'cn-north-1' };
const GOV: HostRules = { partition: 'aws-us-gov', region: 'us-gov-west-1' };
const DEMO: HostRules = { ...AWS, dangerouslyAllowHosts: ['127.0.0.1'] };
const ID = '0123456789ABCDEF0123456789ABCDEF';

describe('checkEndpoint', () => {
  it.each([
    [AWS, `https://${ID}.gr7.eu-west-1.eks.amazonaws.com`],
    [AWS, `https://${ID}.sk1.eu-west-1.eks.amazonaws.com/`],
    [AWS, `https://${ID}.eu-west-1.api.aws`],
    [AWS, `https://${ID}.gr7.eks-cluster.eu-west-1.api.aws`],
    [GOV, `https://${ID}.gr7.us-gov-west-1.eks.amazonaws.com`],
    [CHINA, `https://${ID}.sk1.cn-north-1.eks.amazonaws.com.cn`],
    [CHINA, `https://${ID}.cn-north-1.api.amazonwebservices.com.cn`],
  ])('takes one of EKS: %#', (rules, text) => {
    expect(checkEndpoint(text, rules).listed).toBe(false);
  });

  it.each([
    ['no URL', AWS, 'nothing'],
    ['plain http', AWS, `http://${ID}.gr7.eu-west-1.eks.amazonaws.com`],
    ['another Region', AWS, `https://${ID}.gr7.us-east-1.eks.amazonaws.com`],
    [
      'another partition',
      AWS,
      `https://${ID}.gr7.cn-north-1.eks.amazonaws.com.cn`,
    ],
    [
      'the suffix in the middle',
      AWS,
      'https://a.eu-west-1.eks.amazonaws.com.evil.example',
    ],
    ['the suffix without a dot', AWS, 'https://aeu-west-1.eks.amazonaws.com'],
    ['another service', AWS, 'https://sts.eu-west-1.amazonaws.com'],
    ['a port', AWS, `https://${ID}.gr7.eu-west-1.eks.amazonaws.com:8443`],
    ['a user', AWS, `https://a@${ID}.gr7.eu-west-1.eks.amazonaws.com`],
    ['a query', AWS, `https://${ID}.gr7.eu-west-1.eks.amazonaws.com/?a=b`],
    ['an address', AWS, 'https://10.0.0.1'],
    ['loopback', AWS, 'https://127.0.0.1:4611/clusters/a'],
    ['the metadata service', DEMO, 'https://169.254.169.254'],
    ['IPv6 loopback', DEMO, 'https://[::1]:4611'],
  ])('refuses %s', (_, rules, text) => {
    expect(() => checkEndpoint(text, rules)).toThrow(/endpoint/);
  });

  it('takes a host that configuration names, on all of its ports or one', () => {
    const text = 'https://127.0.0.1:4611/clusters/a';
    expect(checkEndpoint(text, DEMO).listed).toBe(true);
    const onePort = (host: string) => ({
      ...AWS,
      dangerouslyAllowHosts: [host],
    });
    expect(checkEndpoint(text, onePort('127.0.0.1:4611')).listed).toBe(true);
    expect(() => checkEndpoint(text, onePort('127.0.0.1:1'))).toThrow();
    expect(() => checkEndpoint('http://127.0.0.1:4611', DEMO)).toThrow(/https/);
  });
});

describe('checkIssuer', () => {
  it.each([
    [AWS, `https://oidc.eks.eu-west-1.amazonaws.com/id/${ID}`],
    [AWS, `https://oidc-eks.eu-west-1.api.aws/id/${ID}`],
    [GOV, `https://oidc.eks.us-gov-west-1.amazonaws.com/id/${ID}`],
    [CHINA, `https://oidc.eks.cn-north-1.amazonaws.com.cn/id/${ID}`],
  ])('takes one of EKS: %#', (rules, text) => {
    expect(checkIssuer(text, rules).url.href).toBe(text);
  });

  it.each([
    ['another Region', 'https://oidc.eks.us-east-1.amazonaws.com/id/1'],
    ['a name under it', 'https://a.oidc.eks.eu-west-1.amazonaws.com/id/1'],
    ['an API server', `https://${ID}.gr7.eu-west-1.eks.amazonaws.com`],
    ['loopback', 'https://127.0.0.1/id/1'],
  ])('refuses %s', (_, text) => {
    expect(() => checkIssuer(text, AWS)).toThrow(/OIDC issuer/);
  });
});
