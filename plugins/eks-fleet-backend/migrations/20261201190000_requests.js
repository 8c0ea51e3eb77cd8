// @ts-check

/**
 * A way in to the few findings that do not fail: warnings, errors and what is
 * exempt.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(
    'create index findings_rare_idx on findings (result, severity, id) where resolved_at = 0 and result < 3',
  );
};

/**

// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client === 'pg';
  const sorted = isPostgres ? 'varchar(30) collate "C"' : 'text';
  const sortedName = isPostgres ? 'varchar(300) collate "C"' : 'text';

  await knex.schema.createTable('requests', table => {
    table.comment(
      'Clusters, namespaces and applications that people asked for',
    );
    table.string('id', 36).primary();
    table.string('kind', 20).notNullable();
    table.string('operation', 20).notNullable();
    table.string('thing_key', 400).notNullable();
    table
      .string('active_key', 400)
      .comment('The key of its thing, as long as it is not over');
    table
      .string('submission_key', 64)
      .comment('Of who asked and their own key: the same submit twice is one');
    table.specificType('title', sortedName).notNullable();
    table.string('state', 20).notNullable();
    table
      .specificType('owner', sortedName)
      .notNullable()
      .comment('Entity reference in lower case');
    table.string('requested_by', 300).notNullable().comment('In lower case');
    table
      .string('amended_by', 300)
      .notNullable()
      .defaultTo('')
      .comment('Who amended it last; in lower case');
    table.string('environment', 63).notNullable();
    table
      .string('cluster_key', 300)
      .notNullable()
      .comment('`<account>/<region>/<name>`');
    table.string('verdict', 20).notNullable();
    table.string('waiting', 20).notNullable().defaultTo('');
    table.specificType('expires_on', sorted).notNullable().defaultTo('');
    table
      .text('search')
      .notNullable()
      .comment('All that people look for, in lower case');
    table.specificType('requested_at', sorted).notNullable();
    table.specificType('updated_at', sorted).notNullable();
    table.text('asked').notNullable().comment('JSON; never changes');
    table.text('acts').notNullable().comment('JSON; what people did');
    table.text('progress').notNullable().comment('JSON; what the portal did');
    table
      .specificType('next_at', sorted)
      .notNullable()
      .comment('When to take the next step; empty where there is none');
    table.string('lease_owner', 63).notNullable().defaultTo('');
    table.specificType('lease_until', sorted).notNullable().defaultTo('');
    table
      .integer('lease')
      .notNullable()
      .defaultTo(0)
      .comment('Grows with each claim; who has an older one records nothing');
    table.unique(['active_key'], { indexName: 'requests_active_idx' });
    table.unique(['submission_key'], { indexName: 'requests_submission_idx' });
    table.index(['next_at'], 'requests_due_idx');
    table.index(['updated_at', 'id'], 'requests_order_idx');
    table.index(['owner'], 'requests_owner_idx');
    table.index(['thing_key'], 'requests_thing_idx');
    table.index(['state'], 'requests_state_idx');
  });

  await knex.schema.createTable('request_reservations', table => {
    table.comment('What requests that are under way hold until they end');
    table.string('request_id', 36).notNullable();
    table
      .string('claim', 400)
      .notNullable()
      .comment(
        '`quota`, `name/…` or `cidr/…`; but for quota one request has it',
      );
    table
      .string('exclusive_key', 400)
      .comment('The claim, where no other request may have it');
    table.specificType('owner', sortedName).notNullable();
    table.text('detail').notNullable().comment('JSON; amounts');
    table.primary(['request_id', 'claim']);
    table.unique(['exclusive_key'], {
      indexName: 'request_reservations_exclusive_idx',
    });
    table.index(['owner'], 'request_reservations_owner_idx');
  });

  await knex.schema.createTable('request_locks', table => {
    table.comment('Rows that are locked while something of that name is given');
    table.string('name', 400).primary();
  });

  await knex.schema.createTable('request_events', table => {
    table.comment('What happened to each request');
    table.bigIncrements('id').primary();
    table.string('request_id', 36).notNullable();
    table.specificType('at', sorted).notNullable();
    table.string('actor', 300).notNullable();
    table.string('source', 20).notNullable();
    table.string('state', 20).notNullable();
    table.text('message').notNullable();
    table.index(['request_id', 'id'], 'request_events_idx');
  });

  await knex.schema.createTable('request_things', table => {
    table.comment('What requests have brought into Git, as they left it there');
    table.string('key', 400).primary();
    table.string('kind', 20).notNullable();
    table.specificType('name', sortedName).notNullable();
    table.specificType('owner', sortedName).notNullable();
    table.string('environment', 63).notNullable();
    table.string('cluster_key', 300).notNullable();
    table.specificType('expires_on', sorted).notNullable().defaultTo('');
    table.string('lifecycle', 20).notNullable();
    table.string('request_id', 36).notNullable();
    table.text('spec').notNullable().comment('JSON');
    table.text('detail').notNullable().comment('JSON; what was seen of it');
    table.index(['kind', 'cluster_key'], 'request_things_cluster_idx');
    table.index(['kind', 'owner'], 'request_things_owner_idx');
  });

  await knex.schema.createTable('request_durations', table => {
    table.comment('How long requests stayed in each state, once they went on');
    table.string('request_id', 36).notNullable();
    table.string('kind', 20).notNullable();
    table.string('operation', 20).notNullable();
    table.string('state', 20).notNullable();
    table.specificType('at', sorted).notNullable();
    table.integer('seconds').notNullable();
    table.primary(['request_id', 'state']);
    table.index(['kind', 'operation', 'state', 'at'], 'request_durations_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('request_durations');
  await knex.schema.dropTable('request_things');
  await knex.schema.dropTable('request_events');
  await knex.schema.dropTable('request_locks');
  await knex.schema.dropTable('request_reservations');
  await knex.schema.dropTable('requests');
};
