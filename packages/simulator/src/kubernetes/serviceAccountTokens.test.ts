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

import { createPublicKey, verify } from 'node:crypto';
import { askKubernetes } from '../__testUtils__/askKubernetes';
import {
  startCluster,
  type StartedCluster,
} from './__testUtils__/startCluster';

const REPORTER = {
  namespace: 'eks-fleet',
  name: 'fleet-reporter',
  audience: 'eks-fleet',
};

describe('tokens of service accounts', () => {
  let started: StartedCluster;

  afterEach(() => started.simulator.stop());

  const fetchJson = async (url: string): Promise<any> => {
    const { status, body } = await askKubernetes(url, {
      ca: Buffer.from(started.simulator.kubernetesCertificateAuthority),
    });
    expect(status).toBe(200);
    return body;
  };
  const decode = (part: string) =>
    JSON.parse(Buffer.from(part, 'base64url').toString());
  const isSignedBy = (token: string, jwk: any): boolean => {
    const [header, payload, signature] = token.split('.');
    return verify(
      'sha256',
      Buffer.from(`${header}.${payload}`),
      createPublicKey({ key: jwk, format: 'jwk' }),
      Buffer.from(signature, 'base64url'),
    );
  };
  const issue = (more = {}) =>
    started.simulator.serviceAccountToken(started.cluster.arn, {
      ...REPORTER,
      ...more,
    });

  it('are verified with the keys that their issuer shows', async () => {
    started = await startCluster({}, { oidcIssuers: 'simulator' });
    const { issuer } = started;
    expect(issuer).toBe(
      `${started.simulator.kubernetesUrl}/oidc/${started.cluster.id}`,
    );
    const configuration = await fetchJson(
      `${issuer}/.well-known/openid-configuration`,
    );
    expect(configuration).toMatchObject({
      issuer,
      id_token_signing_alg_values_supported: ['RS256'],
    });
    const { keys } = await fetchJson(configuration.jwks_uri);

    const token = await issue({ expiresInSeconds: 600 });
    const [header, payload] = token.split('.').slice(0, 2).map(decode);
    expect(header).toEqual({ alg: 'RS256', kid: keys[0].kid });
    expect(payload).toMatchObject({
      iss: issuer,
      aud: ['eks-fleet'],
      sub: 'system:serviceaccount:eks-fleet:fleet-reporter',
      'kubernetes.io': {
        namespace: 'eks-fleet',
        serviceaccount: { name: 'fleet-reporter' },
      },
    });
    expect(payload.exp - payload.iat).toBe(600);
    expect(Math.abs(payload.iat - Date.now() / 1000)).toBeLessThan(60);
    expect(isSignedBy(token, keys[0])).toBe(true);
  });

  it('are not signed by the issuer of another cluster', async () => {
    started = await startCluster({}, { oidcIssuers: 'simulator' });
    const other = started.simulator.model.addCluster('111122223333', {
      name: 'two',
      region: 'eu-west-1',
      version: '1.34',
    });
    const { keys } = await fetchJson(
      `${started.simulator.kubernetesUrl}/oidc/${other.id}/keys`,
    );
    expect(isSignedBy(await issue(), keys[0])).toBe(false);
  });

  it('can have expired, or be for somebody else', async () => {
    started = await startCluster();
    const [, expired] = (await issue({ expiresInSeconds: -60 })).split('.');
    expect(decode(expired).exp).toBeLessThan(Date.now() / 1000);
    const [, other] = (await issue({ audience: 'sts.amazonaws.com' })).split(
      '.',
    );
    expect(decode(other).aud).toEqual(['sts.amazonaws.com']);
  });

  it('have issuers as AWS names them, where nothing else is asked for', async () => {
    started = await startCluster();
    const { cluster, issuer } = started;
    expect(issuer).toBe(
      `https://oidc.eks.eu-west-1.amazonaws.com/id/${cluster.id}`,
    );
    const [, payload] = (await issue()).split('.');
    expect(decode(payload).iss).toBe(issuer);
    const documents = `${started.simulator.kubernetesUrl}/oidc/${cluster.id}`;
    expect(
      await fetchJson(`${documents}/.well-known/openid-configuration`),
    ).toMatchObject({ issuer, jwks_uri: `${issuer}/keys` });
  });

  it('are had while the API server is out of reach, unless the issuer is as well', async () => {
    started = await startCluster({ unreachable: true });
    const url = `${started.simulator.kubernetesUrl}/oidc/${started.cluster.id}/keys`;
    expect((await fetchJson(url)).keys).toHaveLength(1);
    expect(started.simulator.calls()).toContainEqual(
      expect.objectContaining({
        service: 'oidc',
        operation: 'GET /keys',
        status: 200,
      }),
    );
    started.simulator.addFault({ match: { service: 'oidc' }, effect: 'reset' });
    await expect(fetchJson(url)).rejects.toThrow(/hang up|ECONNRESET/);
  });

  it('are not issued for clusters that there are not', async () => {
    started = await startCluster();
    await expect(
      started.simulator.serviceAccountToken('arn:none', REPORTER),
    ).rejects.toThrow('There is no cluster arn:none');
  });
});
