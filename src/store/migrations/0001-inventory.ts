import type { Kysely, Migration } from 'kysely';

/** Smart Metering Inventory and Central Products List. */
export const inventoryMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('cpl_entries')
      .addColumn('manufacturer', 'text', (column) => column.notNull())
      .addColumn('model', 'text', (column) => column.notNull())
      .addColumn('device_type', 'text', (column) => column.notNull())
      .addColumn('firmware_version', 'text', (column) => column.notNull())
      .addColumn('smets_generation', 'text', (column) => column.notNull())
      .addColumn('smets_chts_version', 'text', (column) => column.notNull())
      .addColumn('gbcs_version', 'text')
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('esme_variant', 'text')
      .addColumn('han_variant', 'text')
      .addColumn('image_hash', 'text')
      .addColumn('added_on', 'text')
      .addColumn('removed_on', 'text')
      .addPrimaryKeyConstraint('cpl_entries_key', [
        'manufacturer',
        'model',
        'device_type',
        'firmware_version',
        'smets_generation',
      ])
      .execute();

    await db.schema
      .createTable('devices')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('device_type', 'text', (column) => column.notNull())
      .addColumn('status', 'text')
      .addColumn('status_since', 'bigint', (column) => column.notNull())
      .addColumn('manufacturer', 'text', (column) => column.notNull())
      .addColumn('model', 'text', (column) => column.notNull())
      .addColumn('firmware_version', 'text')
      .addColumn('esme_variant', 'text')
      .addColumn('smets_chts_version', 'text')
      .addColumn('gbcs_version', 'text')
      .addColumn('generation', 'text')
      .addColumn('prenotified_version', 'text')
      .addColumn('prenotified_generation', 'text')
      .addColumn('s1sp', 'text')
      .addColumn('csp_region', 'text')
      .addColumn('han_variant', 'text')
      .addColumn('connectivity', 'text')
      .addColumn('hub_id', 'text', (column) => column.references('devices.id'))
      .addColumn('import_mpxn', 'text')
      .addColumn('secondary_import_mpan', 'text')
      .addColumn('export_mpan', 'text')
      .addColumn('uprn', 'text')
      .addColumn('post_code', 'text')
      .addColumn('address_identifier', 'text')
      .addColumn('date_commissioned', 'text')
      .execute();
    for (const column of [
      'hub_id',
      'import_mpxn',
      'secondary_import_mpan',
      'export_mpan',
      'uprn',
      'post_code',
    ]) {
      await db.schema.createIndex(`devices_${column}`).on('devices').column(column).execute();
    }

    await db.schema
      .createTable('device_status_history')
      .addColumn('device_id', 'text', (column) => column.notNull())
      .addColumn('sequence', 'integer', (column) => column.notNull())
      .addColumn('status', 'text')
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('event', 'text', (column) => column.notNull())
      .addColumn('request_id', 'text')
      .addPrimaryKeyConstraint('device_status_history_key', ['device_id', 'sequence'])
      .execute();

    await db.schema
      .createTable('han_updates')
      .addColumn('request_id', 'text', (column) => column.notNull())
      .addColumn('device_id', 'text', (column) => column.notNull())
      .addColumn('hub_id', 'text', (column) => column.notNull())
      .addColumn('request_type', 'text', (column) => column.notNull())
      .addColumn('sequence', 'integer', (column) => column.notNull())
      .addColumn('previous', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('prepared_at', 'bigint', (column) => column.notNull())
      .addColumn('settled_at', 'bigint')
      .addPrimaryKeyConstraint('han_updates_key', ['request_id', 'device_id'])
      .addUniqueConstraint('han_updates_order', ['device_id', 'sequence'])
      .execute();

    await db.schema
      .createTable('ppmid_resolutions')
      .addColumn('request_id', 'text', (column) => column.notNull())
      .addColumn('device_id', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('hub_id', 'text', (column) => column.notNull())
      .addColumn('hub_generation', 'text', (column) => column.notNull())
      .addColumn('prenotified_version', 'text')
      .addColumn('prenotified_generation', 'text', (column) => column.notNull())
      .addColumn('previous_version', 'text')
      .addColumn('previous_gbcs_version', 'text')
      .addColumn('previous_generation', 'text')
      .addColumn('result_generation', 'text', (column) => column.notNull())
      .addColumn('result_version', 'text')
      .addColumn('result_gbcs_version', 'text')
      .addColumn('outcome', 'text', (column) => column.notNull())
      .addColumn('settled_at', 'bigint')
      .addColumn('reason', 'text')
      .addPrimaryKeyConstraint('ppmid_resolutions_key', ['request_id', 'device_id'])
      .execute();
    await db.schema
      .createIndex('ppmid_resolutions_device')
      .on('ppmid_resolutions')
      .columns(['device_id', 'at'])
      .execute();

    await db.schema
      .createTable('firmware_jobs')
      .addColumn('request_id', 'text', (column) => column.notNull())
      .addColumn('device_id', 'text', (column) => column.notNull())
      .addColumn('firmware_version', 'text', (column) => column.notNull())
      .addColumn('image_hash', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addPrimaryKeyConstraint('firmware_jobs_key', ['request_id', 'device_id'])
      .execute();
    await db.schema
      .createIndex('firmware_jobs_device')
      .on('firmware_jobs')
      .columns(['device_id', 'state'])
      .execute();
  },
};
