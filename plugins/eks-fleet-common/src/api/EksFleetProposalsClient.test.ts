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

import { EksFleetProposalsClient } from './EksFleetProposalsClient';

describe('EksFleetProposalsClient', () => {
  const asked: string[] = [];
  const client = (answer: Response) =>
    new EksFleetProposalsClient({
      discoveryApi: {
        getBaseUrl: async pluginId =>
          `http://portal.example.com/api/${pluginId}`,
      },
      fetchApi: {
        fetch: async input => {
          asked.push(String(input));
          return answer;
        },
      },
    });

  it('asks what proposals are made with', async () => {
    const ground = { installationId: 'demo', halted: 'The fleet is stopped' };

    expect(await client(Response.json(ground)).getProposalGround()).toEqual(
      ground,
    );
    expect(asked).toEqual([
      'http://portal.example.com/api/eks-fleet/proposals/ground',
    ]);
  });

  it('tells why it is not told', async () => {
    const error = {
      name: 'NotAllowedError',
      message: 'This needs a permission',
    };
    const answer = Response.json(
      { error, response: { statusCode: 403 } },
      { status: 403 },
    );

    await expect(client(answer).getProposalGround()).rejects.toMatchObject({
      statusCode: 403,
      body: { error },
    });
  });
});
