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

import { ConfigReader } from '@backstage/config';
import type { ControlPlaneDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { startSimulator, type Simulator } from '@eks-fleet/simulator';
import { exportJWK, generateKeyPair, SignJWT, type KeyLike } from 'jose';
import { DefaultEksFleetAwsService } from '../../aws/DefaultEksFleetAwsService';
import { describeControlPlane } from '../__testUtils__/describeControlPlane';
import { answerJson, startApiServer } from '../__testUtils__/startApiServer';
import { ServiceAccountTokenVerifier } from './ServiceAccountTokenVerifier';

const CLUSTER = {
  partition: 'aws',
  accountId: '100000000001',
  region: 'eu-west-1',
  name: 'cluster-0001',
} as const;
const CLAIMS = {
  audience: 'eks-fleet',
  subject: 'system:serviceaccount:eks-fleet:fleet-reporter',
};
const REPORTER = {
  namespace: 'eks-fleet',
  name: 'fleet-reporter',
  audience: 'eks-fleet',
};

describe('ServiceAccountTokenVerifier', () => {
  describe('with tokens of clusters', () => {
    const environment = process.env;
    let simulator: Simulator;
    let controlPlane: ControlPlaneDocument;
    let verifier: ServiceAccountTokenVerifier;

    beforeAll(async () => {
      simulator = await startSimulator({
        fleet: '1x1x2',
        oidcIssuers: 'simulator',
      });
      process.env = { ...environment, ...simulator.environment() };
      const aws = DefaultEksFleetAwsService.fromConfig(
        new ConfigReader({
          aws: { accountDefaults: { roleName: 'eks-fleet-reader' } },
        }),
      );
      controlPlane = await describeControlPlane(aws, CLUSTER);
    });

    beforeEach(() => {
      simulator.resetCalls();
      verifier = ServiceAccountTokenVerifier.create({
        dangerouslyAllowHosts: ['127.0.0.1'],
      });
    });

    afterAll(async () => {
      process.env = environment;
      await simulator.stop();
    });

    const token = (more: object = {}, name: string = CLUSTER.name) =>
      simulator.serviceAccountToken(
        simulator.model.findCluster(CLUSTER.accountId, CLUSTER.region, name)!
          .arn,
        { ...REPORTER, ...more },
      );
    const verify = async (text: string | Promise<string>) =>
      verifier.verify(await text, CLUSTER, controlPlane, CLAIMS);
    const issuerCalls = () =>
      simulator
        .calls()
        .filter(({ service }) => service === 'oidc')
        .reduce((sum, { count }) => sum + count, 0);

    it('takes one of the reporter, and reads the keys once', async () => {
      await Promise.all([verify(token()), verify(token())]);
      await verify(token());
      expect(issuerCalls()).toBe(2);
    });

    it.each<[string, () => Promise<string>]>([
      ['another audience', () => token({ audience: 'sts.amazonaws.com' })],
      ['another account', () => token({ name: 'default' })],
      ['another namespace', () => token({ namespace: 'shop' })],
      ['the past', () => token({ expiresInSeconds: -120 })],
      ['another cluster', () => token({}, 'cluster-0002')],
      ['nobody', async () => 'a.b.c'],
      ['nothing', async () => ''],
      [
        'a changed hand',
        async () => {
          const [header, , signature] = (await token()).split('.');
          const [, payload] = (await token({ name: 'x' })).split('.');
          return `${header}.${payload}.${signature}`;
        },
      ],
      [
        'somebody who does not sign',
        async () => {
          const [, payload] = (await token()).split('.');
          const header = Buffer.from('{"alg":"none"}').toString('base64url');
          return `${header}.${payload}.`;
        },
      ],
    ])('refuses one of %s', async (_, text) => {
      await expect(verify(text())).rejects.toMatchObject({
        code: 'unauthenticated',
      });
    });

    it('asks no issuer about a token that names another', async () => {
      await expect(verify(token({}, 'cluster-0002'))).rejects.toThrow();
      expect(issuerCalls()).toBe(0);
    });

    it('asks no issuer that is not of EKS', async () => {
      verifier = ServiceAccountTokenVerifier.create();
      await expect(verify(token())).rejects.toMatchObject({ code: 'invalid' });
      expect(issuerCalls()).toBe(0);
    });

    it('says that the issuer cannot be asked, and asks again later', async () => {
      let now = new Date();
      verifier = ServiceAccountTokenVerifier.create({
        dangerouslyAllowHosts: ['127.0.0.1'],
        now: () => now,
      });
      simulator.addFault({
        match: { service: 'oidc' },
        effect: 'reset',
        times: 1,
      });
      await expect(verify(token())).rejects.toMatchObject({
        code: 'unreachable',
      });
      await expect(verify(token())).rejects.toMatchObject({
        code: 'unreachable',
      });
      expect(issuerCalls()).toBe(1);
      now = new Date(now.getTime() + 61_000);
      await verify(token({ expiresInSeconds: 3600 }));
    });
  });

  describe('with keys that change', () => {
    let now: Date;
    let server: Awaited<ReturnType<typeof startApiServer>>;
    let verifier: ServiceAccountTokenVerifier;
    let shown: KeyLike[];
    let described: object;

    beforeEach(async () => {
      now = new Date('2026-11-23T12:00:00Z');
      shown = [];
      described = {};
      verifier = ServiceAccountTokenVerifier.create({
        dangerouslyAllowHosts: ['127.0.0.1'],
        now: () => now,
      });
      server = await startApiServer(async (request, response) => {
        answerJson(
          response,
          request.url === '/keys'
            ? {
                keys: await Promise.all(
                  shown.map(async (key, index) => ({
                    ...(await exportJWK(key)),
                    kid: `key-${index}`,
                  })),
                ),
              }
            : {
                issuer: server.endpoint,
                jwks_uri: `${server.endpoint}/keys`,
                ...described,
              },
        );
      });
    });

    afterEach(() => server.stop());

    const verify = async (
      key: KeyLike,
      header: { alg?: string; kid?: string } = {},
      claims: Record<string, unknown> = {},
    ) => {
      const seconds = Math.floor(now.getTime() / 1000);
      const token = await new SignJWT({
        iss: server.endpoint,
        sub: CLAIMS.subject,
        aud: [CLAIMS.audience],
        exp: seconds + 600,
        ...claims,
      })
        .setProtectedHeader({ alg: 'ES256', kid: 'key-0', ...header })
        .sign(key);
      await verifier.verify(
        token,
        CLUSTER,
        {
          oidcIssuer: server.endpoint,
          certificateAuthority: Buffer.from(
            server.certificateAuthority,
          ).toString('base64'),
        } as ControlPlaneDocument,
        CLAIMS,
      );
    };
    const later = (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000);
    };

    it('reads them again for a key that it does not know, but not at once', async () => {
      const first = await generateKeyPair('ES256');
      const second = await generateKeyPair('ES256');
      shown = [first.publicKey];
      await verify(first.privateKey);
      shown = [first.publicKey, second.publicKey];
      const asks = verify(second.privateKey, { kid: 'key-1' });
      await expect(asks).rejects.toMatchObject({ code: 'unauthenticated' });
      expect(server.requests).toHaveLength(2);
      later(61);
      await verify(second.privateKey, { kid: 'key-1' });
      expect(server.requests).toHaveLength(4);
    });

    it('forgets a key that is shown no more', async () => {
      const { privateKey, publicKey } = await generateKeyPair('ES256');
      shown = [publicKey];
      await verify(privateKey);
      shown = [];
      later(601);
      await expect(verify(privateKey)).rejects.toMatchObject({
        code: 'unauthenticated',
      });
    });

    it.each([
      [
        'before it is valid',
        { nbf: Math.floor(Date.parse('2026-11-23T12:05:00Z') / 1000) },
      ],
      ['without an end', { exp: undefined }],
      ['without an audience', { aud: undefined }],
      ['without a subject', { sub: undefined }],
    ])('refuses a token %s', async (_, claims) => {
      const { privateKey, publicKey } = await generateKeyPair('ES256');
      shown = [publicKey];
      await verify(privateKey);
      await expect(verify(privateKey, {}, claims)).rejects.toMatchObject({
        code: 'unauthenticated',
      });
    });

    it.each(['ES384', 'PS256', 'EdDSA'])(
      'refuses a signature by %s',
      async alg => {
        const { privateKey, publicKey } = await generateKeyPair(alg, {
          crv: 'Ed25519',
        });
        shown = [publicKey];
        await expect(verify(privateKey, { alg })).rejects.toMatchObject({
          code: 'unauthenticated',
        });
      },
    );

    it.each([
      ['names another issuer', { issuer: 'https://oidc.example' }],
      ['has its keys elsewhere', { jwks_uri: 'https://keys.example/keys' }],
      ['has no keys', { jwks_uri: undefined }],
    ])('does not trust an issuer that %s', async (_, description) => {
      const { privateKey, publicKey } = await generateKeyPair('ES256');
      shown = [publicKey];
      described = description;
      await expect(verify(privateKey)).rejects.toMatchObject({
        code: 'invalid',
      });
    });
  });
});
