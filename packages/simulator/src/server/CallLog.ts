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
 * How often one kind of call was answered in one way.
 *
 * @public
 */
export interface CallCount {
  /** `eks`, `sts`, `organizations`, `account`, `ec2` or `kubernetes`. */
  service: string;
  operation: string;
  /** The account that the call was about: for AssumeRole the role's. */
  accountId: string;
  region: string;
  /** The HTTP status, or 0 where the connection was broken. */
  status: number;
  /** The name of the error that was answered, when it was one. */
  error?: string;
  /** The role of a provisioner, where it is the caller. */
  caller?: string;
  count: number;
}

/** Counts calls, and how many of them are under way at once. */
export class CallLog {
  #counts = new Map<string, CallCount>();
  #inFlight = 0;
  #peak = 0;

  begin(): void {
    this.#inFlight += 1;
    this.#peak = Math.max(this.#peak, this.#inFlight);
  }

  end(call: Omit<CallCount, 'count'>): void {
    this.#inFlight -= 1;
    this.record(call);
  }

  /** Counts a call without counting how long it is under way. */
  record(call: Omit<CallCount, 'count'>): void {
    const { service, operation, accountId, region, status, error, caller } =
      call;
    const key = JSON.stringify([
      service,
      operation,
      accountId,
      region,
      status,
      error,
      caller,
    ]);
    const known = this.#counts.get(key);
    if (known) {
      known.count += 1;
    } else {
      this.#counts.set(key, { ...call, count: 1 });
    }
  }

  counts(): CallCount[] {
    return [...this.#counts.values()].map(count => ({ ...count }));
  }

  peakInFlight(): number {
    return this.#peak;
  }

  reset(): void {
    this.#counts = new Map();
    this.#peak = this.#inFlight;
  }
}
