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

import type { ControlPlaneDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { decodeJwt, errors, jwtVerify } from 'jose';
import type { AwsTarget } from '../../aws/types';
import { ObservationFailure } from '../../observation/ObservationFailure';
import { IssuerKeys } from './IssuerKeys';

const ALGORITHMS = ['RS256', 'ES256'];
const CLOCK_TOLERANCE_SECONDS = 60;

/**
 * Whom a token must be of, and for whom.
 *
 * @public
 */
export interface ServiceAccountClaims {
  audience: string;
  /** `system:serviceaccount:<namespace>:<name>` */
  subject: string;
}

/**
 * Checks tokens that clusters' service accounts show, with the keys of the
 * OIDC issuer that EKS `DescribeCluster` gave to our own credentials.
 *
 * @public
 */
export class ServiceAccountTokenVerifier {
  readonly #dangerouslyAllowHosts: string[];
  readonly #now: () => Date;
  readonly #keys: IssuerKeys;

  static create(
    options: { dangerouslyAllowHosts?: string[]; now?: () => Date } = {},
  ): ServiceAccountTokenVerifier {
    return new ServiceAccountTokenVerifier(options);
  }

  private constructor(options: {
    dangerouslyAllowHosts?: string[];
    now?: () => Date;
  }) {
    this.#dangerouslyAllowHosts = options.dangerouslyAllowHosts ?? [];
    this.#now = options.now ?? (() => new Date());
    this.#keys = new IssuerKeys(() => this.#now().getTime());
  }

  /**
   * @throws ObservationFailure: `unauthenticated` for a token that is not of
   *   that service account of that cluster, anything else where its issuer
   *   cannot be asked
   */
  async verify(
    token: string,
    cluster: AwsTarget,
    controlPlane: ControlPlaneDocument,
    { audience, subject }: ServiceAccountClaims,
  ): Promise<void> {
    const { certificateAuthority, oidcIssuer: issuer } = controlPlane;
    if (!issuer) {
      throw refused('the cluster has no OIDC issuer');
    }
    const { partition, region } = cluster;
    try {
      // What says itself that it is of somebody else is not worth a call.
      if (decodeJwt(token).iss !== issuer) {
        throw refused('it is of another issuer');
      }
      await jwtVerify(
        token,
        this.#keys.of({
          url: issuer,
          rules: {
            partition,
            region,
            dangerouslyAllowHosts: this.#dangerouslyAllowHosts,
          },
          certificateAuthority:
            certificateAuthority &&
            Buffer.from(certificateAuthority, 'base64').toString(),
        }),
        {
          algorithms: ALGORITHMS,
          audience,
          clockTolerance: CLOCK_TOLERANCE_SECONDS,
          currentDate: this.#now(),
          issuer,
          requiredClaims: ['exp'],
          subject,
        },
      );
    } catch (error) {
      if (error instanceof errors.JOSEError) {
        throw refused(error.message);
      }
      throw error;
    }
  }
}

function refused(why: string): ObservationFailure {
  return new ObservationFailure(
    'unauthenticated',
    `The token is not accepted: ${why}`,
  );
}
