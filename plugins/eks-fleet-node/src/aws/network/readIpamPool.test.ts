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

import { EC2Client } from '@aws-sdk/client-ec2';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readIpamPool } from './readIpamPool';

const POOL = 'ipam-pool-0123456789abcdef0';

/** What EC2 answers, page by page, in its own XML. */
const PAGES: Record<string, string[]> = {
  GetIpamPoolCidrs: [
    `<ipamPoolCidrSet>
       <item><cidr>10.64.0.0/12</cidr><state>provisioned</state></item>
       <item><cidr>10.96.0.0/12</cidr><state>pending-deprovision</state></item>
     </ipamPoolCidrSet><nextToken>1</nextToken>`,
    `<ipamPoolCidrSet>
       <item><cidr>10.128.0.0/12</cidr><state>provisioned</state></item>
       <item><cidr>10.160.0.0/12</cidr><state>failed-provision</state></item>
     </ipamPoolCidrSet>`,
  ],
  GetIpamPoolAllocations: [
    `<ipamPoolAllocationSet>
       <item>
         <cidr>10.64.0.0/16</cidr><ipamPoolAllocationId>ipam-pool-alloc-1</ipamPoolAllocationId>
         <resourceId>vpc-0a1b2c3d</resourceId><resourceType>vpc</resourceType>
         <resourceRegion>eu-west-1</resourceRegion><resourceOwner>111122223333</resourceOwner>
       </item>
     </ipamPoolAllocationSet><nextToken>1</nextToken>`,
    `<ipamPoolAllocationSet>
       <item>
         <cidr>10.65.0.0/16</cidr><ipamPoolAllocationId>ipam-pool-alloc-2</ipamPoolAllocationId>
         <resourceType>custom</resourceType>
       </item>
     </ipamPoolAllocationSet>`,
  ],
};

describe('readIpamPool', () => {
  let server: Server;
  let client: EC2Client;
  const asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', chunk => {
        body += chunk;
      });
      request.on('end', () => {
        const form = new URLSearchParams(body);
        const action = form.get('Action')!;
        const page = Number(form.get('NextToken') ?? 0);
        asked.push(`${action} ${form.get('IpamPoolId')} ${page}`);
        response
          .writeHead(200, { 'content-type': 'text/xml' })
          .end(
            `<${action}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">${PAGES[action][page]}</${action}Response>`,
          );
      });
    });
    await new Promise<void>(done => {
      server.listen(0, '127.0.0.1', done);
    });
    const { port } = server.address() as AddressInfo;
    client = new EC2Client({
      region: 'eu-west-1',
      endpoint: `http://127.0.0.1:${port}`,
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    });
  });

  afterAll(async () => {
    client.destroy();
    await new Promise(done => {
      server.close(done);
    });
  });

  it('reads every page of what is provisioned, and of who has some of it', async () => {
    expect(await readIpamPool(client, POOL)).toEqual({
      cidrs: ['10.64.0.0/12', '10.128.0.0/12'],
      allocated: [
        { cidr: '10.64.0.0/16', name: 'the vpc vpc-0a1b2c3d of 111122223333' },
        { cidr: '10.65.0.0/16', name: 'the custom ipam-pool-alloc-2' },
      ],
    });
    expect(asked).toEqual([
      `GetIpamPoolCidrs ${POOL} 0`,
      `GetIpamPoolCidrs ${POOL} 1`,
      `GetIpamPoolAllocations ${POOL} 0`,
      `GetIpamPoolAllocations ${POOL} 1`,
    ]);
  });
});
