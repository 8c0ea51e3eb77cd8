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

/* eslint-disable new-cap -- openapi-fetch names its methods so */
import {
  createReader,
  type EksFleetClientOptions,
  type Reader,
} from './createReader';
import type { EksFleetProposalsApi } from './EksFleetProposalsApi';

/**
 * {@link EksFleetProposalsApi} over HTTP.
 *
 * @public
 */
export class EksFleetProposalsClient implements EksFleetProposalsApi {
  readonly #read: Reader;

  constructor(options: EksFleetClientOptions) {
    this.#read = createReader(options);
  }

  async getProposalGround() {
    return this.#read(client => client.GET('/proposals/ground'));
  }
}
