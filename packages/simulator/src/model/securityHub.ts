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

/**
 * A finding in the AWS Security Finding Format, as far as somebody reads it.
 *
 * @public
 */
export interface SecurityFinding {
  SchemaVersion: '2018-10-08';
  Id: string;
  ProductArn: string;
  ProductName: string;
  CompanyName: string;
  Region: string;
  GeneratorId: string;
  AwsAccountId: string;
  Types: string[];
  FirstObservedAt?: string;
  LastObservedAt?: string;
  CreatedAt: string;
  UpdatedAt: string;
  /** When Security Hub took it in, by AWS's clock. */
  ProcessedAt?: string;
  Severity: { Label: string; Original?: string };
  Title: string;
  Description: string;
  Remediation?: { Recommendation: { Text: string; Url?: string } };
  ProductFields?: Record<string, string>;
  Resources: {
    Type: string;
    Id: string;
    Partition: string;
    Region: string;
    Tags?: Record<string, string>;
    Details?: {
      AwsEksCluster?: Record<string, unknown>;
      Other?: Record<string, string>;
    };
  }[];
  Compliance?: {
    Status: 'FAILED' | 'NOT_AVAILABLE' | 'PASSED' | 'WARNING';
    SecurityControlId?: string;
    AssociatedStandards?: { StandardsId: string }[];
    StatusReasons?: { ReasonCode: string; Description?: string }[];
  };
  Workflow: { Status: 'NEW' | 'NOTIFIED' | 'RESOLVED' | 'SUPPRESSED' };
  Note?: { Text: string; UpdatedBy: string; UpdatedAt: string };
  RecordState: 'ACTIVE' | 'ARCHIVED';
}

/**
 * What somebody made of what a control found.
 *
 * @public
 */
export interface SecurityHubReview {
  /** Such as `EKS.1`. */
  control: string;
  /** ARN of the cluster. */
  resource: string;
  workflow: SecurityFinding['Workflow']['Status'];
  note?: SecurityFinding['Note'];
}

/**
 * How an organization has set up Security Hub (CSPM).
 *
 * @public
 */
export interface SecurityHubSpec {
  /** The account that sees the findings of all. */
  delegatedAdministrator: string;
  /** Where the findings of all Regions are seen. */
  aggregationRegion: string;
  /** Where nobody has switched it on: accounts, Regions, or Regions of an account. */
  off?: { accountId?: string; region?: string }[];
  /** Findings of other products. */
  findings?: SecurityFinding[];
  /** Of what controls found, by people. */
  reviews?: SecurityHubReview[];
}

/** What is remembered of a finding from one look to the next. */
export interface KnownFinding {
  /** Whatever makes it another one when it changes. */
  state: string;
  createdAt: string;
  updatedAt: string;
  finding: SecurityFinding;
}

/**
 * Security Hub over all accounts and Regions.
 *
 * @public
 */
export class SecurityHub {
  readonly #spec: SecurityHubSpec | undefined;
  readonly #imported = new Map<string, SecurityFinding>();
  readonly #reviews = new Map<string, SecurityHubReview>();
  readonly #off: { accountId?: string; region?: string }[];
  /** @internal */
  readonly known = new Map<string, KnownFinding>();

  constructor(spec: SecurityHubSpec | undefined) {
    this.#spec = spec;
    this.#off = [...(spec?.off ?? [])];
    spec?.findings?.forEach(finding => this.import(finding));
    spec?.reviews?.forEach(review => this.review(review));
  }

  /** What other products have sent. */
  get imported(): SecurityFinding[] {
    return [...this.#imported.values()];
  }

  /** Takes a finding in, or in place of one with the same id and product. */
  import(finding: SecurityFinding): void {
    this.#imported.set(
      `${finding.ProductArn} ${finding.Id}`,
      structuredClone(finding),
    );
  }

  /** Deletes a finding of another product, as is done 90 days after its last update. */
  forget({ ProductArn, Id }: Pick<SecurityFinding, 'Id' | 'ProductArn'>): void {
    this.#imported.delete(`${ProductArn} ${Id}`);
  }

  /** Takes what somebody made of what a control found, as `BatchUpdateFindings` would. */
  review(review: SecurityHubReview): void {
    this.#reviews.set(`${review.control} ${review.resource}`, review);
  }

  /** What was last made of what a control found there. */
  reviewOf(control: string, resource: string): SecurityHubReview | undefined {
    return this.#reviews.get(`${control} ${resource}`);
  }

  /** Switches it off somewhere, for good. */
  switchOff(place: { accountId?: string; region?: string }): void {
    this.#off.push(place);
  }

  isOn(accountId: string, region: string): boolean {
    return (
      this.#spec !== undefined &&
      !this.#off.some(
        place =>
          (place.accountId ?? accountId) === accountId &&
          (place.region ?? region) === region,
      )
    );
  }

  /** Whether somebody there sees findings of another account and Region too. */
  sees(
    from: { accountId: string; region: string },
    of: { accountId: string; region: string },
  ): boolean {
    const { delegatedAdministrator, aggregationRegion } = this.#spec ?? {};
    return (
      (from.accountId === of.accountId ||
        from.accountId === delegatedAdministrator) &&
      (from.region === of.region || from.region === aggregationRegion)
    );
  }
}
