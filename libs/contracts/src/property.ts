// A door of its own: forms of the wizards bear the names of directory's files (Guarantor, Sharer, Alarm, …).
export * from './gen/intervia/property/events/v1/events_pb.js';
export * from './gen/intervia/property/v1/drafts_pb.js';
export * from './gen/intervia/property/v1/forms_pb.js';
export * from './gen/intervia/property/v1/privacy_pb.js';
export * from './gen/intervia/property/v1/register_pb.js';
export * from './gen/intervia/property/v1/rules_pb.js';
export * from './gen/intervia/property/v1/sharers_pb.js';
