#include "CFixtures.h"

// Written by scripts/embed-fixtures: the files of fixtures/rules, sorted by name. Each name and each text ends with a zero.
static const char names[] =
    "dgrid.auth.placeholder/accept-none-within-json.json\0"
    "dgrid.auth.placeholder/accept-none-within-multipart.json\0"
    "dgrid.auth.placeholder/warn-none.json\0"
    "dgrid.auth.placeholder/warn-object.json\0"
    "dgrid.auth.placeholder/warn-quotes.json\0"
    "dgrid.auth.placeholder/warn-template.json\0"
    "dgrid.auth.placeholder/warn-twice.json\0"
    "dgrid.auth.placeholder/warn-undefined-json.json\0"
    "dgrid.auth.placeholder/warn-undefined-multipart.json\0"
    "dgrid.auth.placeholder/warn-variable.json\0"
    "dgrid.auth.present/accept-bearer-json.json\0"
    "dgrid.auth.present/accept-bearer.json\0"
    "dgrid.auth.present/accept-scheme-in-lower-case.json\0"
    "dgrid.auth.present/refuse-bare-key.json\0"
    "dgrid.auth.present/refuse-basic.json\0"
    "dgrid.auth.present/refuse-no-token.json\0"
    "dgrid.auth.present/refuse-none-json.json\0"
    "dgrid.auth.present/refuse-none-live.json\0"
    "dgrid.auth.present/refuse-none-models.json\0"
    "dgrid.auth.present/refuse-none-multipart.json\0"
    "dgrid.auth.present/refuse-x-api-key.json\0"
    "dgrid.auth.valid/accept-known-key-json.json\0"
    "dgrid.auth.valid/accept-known-key.json\0"
    "dgrid.auth.valid/refuse-short-key.json\0"
    "dgrid.auth.valid/refuse-unknown-key-live.json\0"
    "dgrid.auth.valid/refuse-unknown-key.json\0"
    "dgrid.edit.background.enum/accept-auto.json\0"
    "dgrid.edit.background.enum/accept-other-model.json\0"
    "dgrid.edit.background.enum/refuse-green.json\0"
    "dgrid.edit.background.format/accept-png.json\0"
    "dgrid.edit.background.format/accept-webp.json\0"
    "dgrid.edit.background.format/refuse-jpeg.json\0"
    "dgrid.edit.body.max-size/accept-at-limit-multipart.json\0"
    "dgrid.edit.body.max-size/accept-at-limit.json\0"
    "dgrid.edit.body.max-size/accept-large.json\0"
    "dgrid.edit.body.max-size/refuse-one-more-json-newapi.json\0"
    "dgrid.edit.body.max-size/refuse-one-more-json.json\0"
    "dgrid.edit.body.max-size/refuse-one-more-multipart.json\0"
    "dgrid.edit.content-encoding/accept-identity-json.json\0"
    "dgrid.edit.content-encoding/accept-identity.json\0"
    "dgrid.edit.content-encoding/refuse-gzip-json-newapi.json\0"
    "dgrid.edit.content-encoding/refuse-gzip-json.json\0"
    "dgrid.edit.content-encoding/refuse-gzip-multipart.json\0"
    "dgrid.edit.content-type/accept-json-charset.json\0"
    "dgrid.edit.content-type/accept-multipart.json\0"
    "dgrid.edit.content-type/refuse-form-urlencoded.json\0"
    "dgrid.edit.content-type/refuse-none.json\0"
    "dgrid.edit.content-type/refuse-text-415.json\0"
    "dgrid.edit.content-type/refuse-text.json\0"
    "dgrid.edit.content-type/refuse-xml-400.json\0"
    "dgrid.edit.content-type/refuse-xml-415.json\0"
    "dgrid.edit.image.alpha/accept-l.json\0"
    "dgrid.edit.image.alpha/accept-la.json\0"
    "dgrid.edit.image.alpha/accept-mask.json\0"
    "dgrid.edit.image.alpha/accept-other-model.json\0"
    "dgrid.edit.image.alpha/accept-p.json\0"
    "dgrid.edit.image.alpha/accept-rgba.json\0"
    "dgrid.edit.image.alpha/refuse-rgb-newapi.json\0"
    "dgrid.edit.image.alpha/refuse-rgb.json\0"
    "dgrid.edit.image.count/accept-16.json\0"
    "dgrid.edit.image.count/accept-fused-3.json\0"
    "dgrid.edit.image.count/accept-one.json\0"
    "dgrid.edit.image.count/refuse-17-newapi.json\0"
    "dgrid.edit.image.count/refuse-17.json\0"
    "dgrid.edit.image.count/refuse-2.json\0"
    "dgrid.edit.image.count/refuse-fused-4.json\0"
    "dgrid.edit.image.count/refuse-fused-page.json\0"
    "dgrid.edit.image.decimal-megabyte/accept-one-less.json\0"
    "dgrid.edit.image.decimal-megabyte/warn-4000000.json\0"
    "dgrid.edit.image.decimal-megabyte/warn-4194303.json\0"
    "dgrid.edit.image.file/accept-dot.json\0"
    "dgrid.edit.image.file/refuse-empty-filename-newapi.json\0"
    "dgrid.edit.image.file/refuse-empty-filename.json\0"
    "dgrid.edit.image.file/refuse-text-behind-file.json\0"
    "dgrid.edit.image.file/refuse-text-beside-n-0-newapi.json\0"
    "dgrid.edit.image.file/refuse-text-beside-n-0.json\0"
    "dgrid.edit.image.file/refuse-text-in-list.json\0"
    "dgrid.edit.image.file/refuse-text.json\0"
    "dgrid.edit.image.file/refuse-url.json\0"
    "dgrid.edit.image.gpt-format/accept-jpeg.json\0"
    "dgrid.edit.image.gpt-format/accept-other-model.json\0"
    "dgrid.edit.image.gpt-format/accept-webp.json\0"
    "dgrid.edit.image.gpt-format/refuse-text.json\0"
    "dgrid.edit.image.gpt-format/refuse-truncated.json\0"
    "dgrid.edit.image.gpt-max-bytes/accept-one-less.json\0"
    "dgrid.edit.image.gpt-max-bytes/refuse-50-mb.json\0"
    "dgrid.edit.image.max-area/accept-8192x4050.json\0"
    "dgrid.edit.image.max-area/accept-embedded-8192x4050.json\0"
    "dgrid.edit.image.max-area/refuse-8192x4051-newapi.json\0"
    "dgrid.edit.image.max-area/refuse-8192x4051.json\0"
    "dgrid.edit.image.max-area/refuse-claim.json\0"
    "dgrid.edit.image.max-area/refuse-embedded.json\0"
    "dgrid.edit.image.max-bytes/accept-4100000-large-area.json\0"
    "dgrid.edit.image.max-bytes/accept-decimal.json\0"
    "dgrid.edit.image.max-bytes/accept-one-less.json\0"
    "dgrid.edit.image.max-bytes/refuse-4-mb-newapi.json\0"
    "dgrid.edit.image.max-bytes/refuse-4-mb.json\0"
    "dgrid.edit.image.max-bytes/refuse-decimal-large-area.json\0"
    "dgrid.edit.image.max-bytes/refuse-decimal.json\0"
    "dgrid.edit.image.one-name/accept-brackets-twice-upstream.json\0"
    "dgrid.edit.image.one-name/accept-brackets-twice.json\0"
    "dgrid.edit.image.one-name/refuse-both-newapi.json\0"
    "dgrid.edit.image.one-name/refuse-both.json\0"
    "dgrid.edit.image.orientation/accept-1.json\0"
    "dgrid.edit.image.orientation/warn-6-honour.json\0"
    "dgrid.edit.image.orientation/warn-6-ignore.json\0"
    "dgrid.edit.image.part-type.ignored/accept-png.json\0"
    "dgrid.edit.image.part-type.ignored/warn-jpg.json\0"
    "dgrid.edit.image.part-type.ignored/warn-octet-stream.json\0"
    "dgrid.edit.image.part-type.ignored/warn-text.json\0"
    "dgrid.edit.image.part-type/accept-no-type.json\0"
    "dgrid.edit.image.part-type/accept-octet-stream-n-0.json\0"
    "dgrid.edit.image.part-type/accept-parameter.json\0"
    "dgrid.edit.image.part-type/accept-png.json\0"
    "dgrid.edit.image.part-type/refuse-mask.json\0"
    "dgrid.edit.image.part-type/refuse-octet-stream-n-0.json\0"
    "dgrid.edit.image.part-type/refuse-octet-stream-newapi.json\0"
    "dgrid.edit.image.part-type/refuse-octet-stream.json\0"
    "dgrid.edit.image.part-type/refuse-second-of-list.json\0"
    "dgrid.edit.image.part-type/refuse-webp-dall-e-2.json\0"
    "dgrid.edit.image.png/accept-bomb.json\0"
    "dgrid.edit.image.png/accept-drawing.json\0"
    "dgrid.edit.image.png/accept-l.json\0"
    "dgrid.edit.image.png/accept-la.json\0"
    "dgrid.edit.image.png/accept-no-type.json\0"
    "dgrid.edit.image.png/accept-octet-stream.json\0"
    "dgrid.edit.image.png/accept-p.json\0"
    "dgrid.edit.image.png/accept-rgb.json\0"
    "dgrid.edit.image.png/accept-rgba.json\0"
    "dgrid.edit.image.png/refuse-crc-newapi.json\0"
    "dgrid.edit.image.png/refuse-crc.json\0"
    "dgrid.edit.image.png/refuse-empty.json\0"
    "dgrid.edit.image.png/refuse-header-only.json\0"
    "dgrid.edit.image.png/refuse-heic.json\0"
    "dgrid.edit.image.png/refuse-jpeg.json\0"
    "dgrid.edit.image.png/refuse-svg.json\0"
    "dgrid.edit.image.png/refuse-text.json\0"
    "dgrid.edit.image.png/refuse-truncated.json\0"
    "dgrid.edit.image.png/refuse-webp.json\0"
    "dgrid.edit.image.png/refuse-with-warning.json\0"
    "dgrid.edit.image.repeated-name.renamed/accept-one.json\0"
    "dgrid.edit.image.repeated-name.renamed/warn-two.json\0"
    "dgrid.edit.image.repeated-name/accept-brackets.json\0"
    "dgrid.edit.image.repeated-name/accept-two-n-0.json\0"
    "dgrid.edit.image.repeated-name/refuse-two-n-0.json\0"
    "dgrid.edit.image.repeated-name/refuse-two-newapi.json\0"
    "dgrid.edit.image.repeated-name/refuse-two.json\0"
    "dgrid.edit.image.required/accept-image-brackets.json\0"
    "dgrid.edit.image.required/accept-image.json\0"
    "dgrid.edit.image.required/accept-indexed-without-prompt.json\0"
    "dgrid.edit.image.required/accept-indexed.json\0"
    "dgrid.edit.image.required/refuse-capitals.json\0"
    "dgrid.edit.image.required/refuse-everything-missing.json\0"
    "dgrid.edit.image.required/refuse-indexed-without-prompt-newapi.json\0"
    "dgrid.edit.image.required/refuse-indexed-without-prompt.json\0"
    "dgrid.edit.image.required/refuse-indexed.json\0"
    "dgrid.edit.image.required/refuse-none-500-openai.json\0"
    "dgrid.edit.image.required/refuse-none-500.json\0"
    "dgrid.edit.image.required/refuse-none-live.json\0"
    "dgrid.edit.image.required/refuse-none.json\0"
    "dgrid.edit.image.square/accept-other-model.json\0"
    "dgrid.edit.image.square/accept-square.json\0"
    "dgrid.edit.image.square/refuse-256x255-newapi.json\0"
    "dgrid.edit.image.square/refuse-256x255.json\0"
    "dgrid.edit.image.square/refuse-prefixed.json\0"
    "dgrid.edit.image.text/accept-beside-n-0.json\0"
    "dgrid.edit.image.text/accept-file.json\0"
    "dgrid.edit.image.text/warn-before.json\0"
    "dgrid.edit.image.text/warn-beside.json\0"
    "dgrid.edit.input_fidelity.model/accept-gpt-image-1.json\0"
    "dgrid.edit.input_fidelity.model/refuse-gpt-image-2-newapi.json\0"
    "dgrid.edit.input_fidelity.model/refuse-gpt-image-2.json\0"
    "dgrid.edit.json.input/accept-object.json\0"
    "dgrid.edit.json.input/refuse-array-newapi.json\0"
    "dgrid.edit.json.input/refuse-array.json\0"
    "dgrid.edit.json.input/refuse-none.json\0"
    "dgrid.edit.json.input/refuse-null.json\0"
    "dgrid.edit.json.input/refuse-text.json\0"
    "dgrid.edit.json.message.content/accept-blanks.json\0"
    "dgrid.edit.json.message.content/accept-one-character.json\0"
    "dgrid.edit.json.message.content/accept-parts-dall-e-3.json\0"
    "dgrid.edit.json.message.content/accept-parts.json\0"
    "dgrid.edit.json.message.content/refuse-empty-parts.json\0"
    "dgrid.edit.json.message.content/refuse-none-newapi.json\0"
    "dgrid.edit.json.message.content/refuse-none.json\0"
    "dgrid.edit.json.message.content/refuse-object.json\0"
    "dgrid.edit.json.message.content/refuse-part-image.json\0"
    "dgrid.edit.json.message.content/refuse-part-text.json\0"
    "dgrid.edit.json.message.content/refuse-parts-dall-e-3.json\0"
    "dgrid.edit.json.message.content/refuse-parts.json\0"
    "dgrid.edit.json.message.object/accept-object.json\0"
    "dgrid.edit.json.message.object/refuse-second-newapi.json\0"
    "dgrid.edit.json.message.object/refuse-second.json\0"
    "dgrid.edit.json.message.object/refuse-text.json\0"
    "dgrid.edit.json.message.role/accept-any-word.json\0"
    "dgrid.edit.json.message.role/refuse-empty-message-newapi.json\0"
    "dgrid.edit.json.message.role/refuse-empty-message.json\0"
    "dgrid.edit.json.message.role/refuse-empty.json\0"
    "dgrid.edit.json.message.role/refuse-none.json\0"
    "dgrid.edit.json.message.role/refuse-number.json\0"
    "dgrid.edit.json.messages.not-empty/accept-one.json\0"
    "dgrid.edit.json.messages.not-empty/accept-two.json\0"
    "dgrid.edit.json.messages.not-empty/refuse-empty-newapi.json\0"
    "dgrid.edit.json.messages.not-empty/refuse-empty.json\0"
    "dgrid.edit.json.messages/accept-array.json\0"
    "dgrid.edit.json.messages/refuse-fraction-newapi.json\0"
    "dgrid.edit.json.messages/refuse-fraction.json\0"
    "dgrid.edit.json.messages/refuse-none.json\0"
    "dgrid.edit.json.messages/refuse-object.json\0"
    "dgrid.edit.json.messages/refuse-prompt.json\0"
    "dgrid.edit.json.messages/refuse-text.json\0"
    "dgrid.edit.json.model-family/accept-wanx.json\0"
    "dgrid.edit.json.model-family/warn-dall-e-2.json\0"
    "dgrid.edit.json.model-family/warn-gpt-image-2.json\0"
    "dgrid.edit.json.model/accept-text.json\0"
    "dgrid.edit.json.model/refuse-empty-newapi.json\0"
    "dgrid.edit.json.model/refuse-empty.json\0"
    "dgrid.edit.json.model/refuse-none.json\0"
    "dgrid.edit.json.model/refuse-null.json\0"
    "dgrid.edit.json.model/refuse-number.json\0"
    "dgrid.edit.json.object/accept-object.json\0"
    "dgrid.edit.json.object/refuse-array-newapi.json\0"
    "dgrid.edit.json.object/refuse-array.json\0"
    "dgrid.edit.json.object/refuse-null.json\0"
    "dgrid.edit.json.parameters.n/accept-6.json\0"
    "dgrid.edit.json.parameters.n/refuse-2-of-one.json\0"
    "dgrid.edit.json.parameters.n/refuse-7.json\0"
    "dgrid.edit.json.parameters.n/refuse-text.json\0"
    "dgrid.edit.json.parameters.size/accept-star.json\0"
    "dgrid.edit.json.parameters.size/refuse-number.json\0"
    "dgrid.edit.json.parameters.size/refuse-word.json\0"
    "dgrid.edit.json.repeated-key/accept-each-once.json\0"
    "dgrid.edit.json.repeated-key/warn-in-message.json\0"
    "dgrid.edit.json.repeated-key/warn-model-twice.json\0"
    "dgrid.edit.json.shape/accept-prompt-beside-input.json\0"
    "dgrid.edit.json.shape/accept-qwen.json\0"
    "dgrid.edit.json.shape/refuse-image-newapi.json\0"
    "dgrid.edit.json.shape/refuse-image.json\0"
    "dgrid.edit.json.shape/refuse-images.json\0"
    "dgrid.edit.json.shape/refuse-prompt.json\0"
    "dgrid.edit.json.syntax/accept-escapes.json\0"
    "dgrid.edit.json.syntax/refuse-cut-off-live.json\0"
    "dgrid.edit.json.syntax/refuse-cut-off.json\0"
    "dgrid.edit.json.syntax/refuse-empty.json\0"
    "dgrid.edit.json.syntax/refuse-trailing-comma.json\0"
    "dgrid.edit.json.unused-key/accept-two-keys.json\0"
    "dgrid.edit.json.unused-key/warn-input.json\0"
    "dgrid.edit.json.unused-key/warn-message.json\0"
    "dgrid.edit.json.unused-key/warn-n.json\0"
    "dgrid.edit.json.unused-key/warn-parts.json\0"
    "dgrid.edit.json.unused-key/warn-response-format.json\0"
    "dgrid.edit.mask.alpha/accept-la.json\0"
    "dgrid.edit.mask.alpha/accept-p.json\0"
    "dgrid.edit.mask.alpha/accept-rgba.json\0"
    "dgrid.edit.mask.alpha/refuse-l-newapi.json\0"
    "dgrid.edit.mask.alpha/refuse-l.json\0"
    "dgrid.edit.mask.alpha/refuse-rgb.json\0"
    "dgrid.edit.mask.alpha/refuse-with-dimensions.json\0"
    "dgrid.edit.mask.dimensions/accept-first-of-two.json\0"
    "dgrid.edit.mask.dimensions/accept-ignored.json\0"
    "dgrid.edit.mask.dimensions/accept-quarter-ignored.json\0"
    "dgrid.edit.mask.dimensions/accept-same.json\0"
    "dgrid.edit.mask.dimensions/refuse-height.json\0"
    "dgrid.edit.mask.dimensions/refuse-quarter.json\0"
    "dgrid.edit.mask.dimensions/refuse-width.json\0"
    "dgrid.edit.mask.file/accept-empty-text.json\0"
    "dgrid.edit.mask.file/accept-file.json\0"
    "dgrid.edit.mask.file/accept-none.json\0"
    "dgrid.edit.mask.file/refuse-empty-filename-newapi.json\0"
    "dgrid.edit.mask.file/refuse-empty-filename.json\0"
    "dgrid.edit.mask.file/refuse-text.json\0"
    "dgrid.edit.mask.max-bytes/accept-ignored.json\0"
    "dgrid.edit.mask.max-bytes/accept-one-less.json\0"
    "dgrid.edit.mask.max-bytes/refuse-4-mb-newapi.json\0"
    "dgrid.edit.mask.max-bytes/refuse-4-mb.json\0"
    "dgrid.edit.mask.png/accept-ignored.json\0"
    "dgrid.edit.mask.png/accept-rgba.json\0"
    "dgrid.edit.mask.png/refuse-crc-newapi.json\0"
    "dgrid.edit.mask.png/refuse-crc.json\0"
    "dgrid.edit.mask.png/refuse-empty.json\0"
    "dgrid.edit.mask.png/refuse-jpeg.json\0"
    "dgrid.edit.model.can-edit/accept-gpt-image-2.json\0"
    "dgrid.edit.model.can-edit/accept-wanx-json.json\0"
    "dgrid.edit.model.can-edit/refuse-dall-e-3-json-newapi.json\0"
    "dgrid.edit.model.can-edit/refuse-dall-e-3-json.json\0"
    "dgrid.edit.model.can-edit/refuse-dall-e-3-multipart.json\0"
    "dgrid.edit.model.can-edit/refuse-openai-dall-e-3-json.json\0"
    "dgrid.edit.model.can-edit/refuse-openai-dall-e-3-multipart.json\0"
    "dgrid.edit.model.known/accept-family-json.json\0"
    "dgrid.edit.model.known/accept-family.json\0"
    "dgrid.edit.model.known/accept-prefixed.json\0"
    "dgrid.edit.model.known/accept-unknown-without-prompt.json\0"
    "dgrid.edit.model.known/accept-unknown.json\0"
    "dgrid.edit.model.known/refuse-capitals.json\0"
    "dgrid.edit.model.known/refuse-unknown-503.json\0"
    "dgrid.edit.model.known/refuse-unknown-json.json\0"
    "dgrid.edit.model.known/refuse-unknown-live.json\0"
    "dgrid.edit.model.known/refuse-unknown-multipart.json\0"
    "dgrid.edit.model.known/refuse-unknown-without-prompt-404.json\0"
    "dgrid.edit.model.known/refuse-unknown-without-prompt-503.json\0"
    "dgrid.edit.model.missing/accept-model.json\0"
    "dgrid.edit.model.missing/warn-empty.json\0"
    "dgrid.edit.model.missing/warn-none.json\0"
    "dgrid.edit.model.required/accept-live.json\0"
    "dgrid.edit.model.required/accept-model.json\0"
    "dgrid.edit.model.required/accept-none-documented.json\0"
    "dgrid.edit.model.required/accept-none-without-prompt.json\0"
    "dgrid.edit.model.required/refuse-empty.json\0"
    "dgrid.edit.model.required/refuse-none-indexed-live.json\0"
    "dgrid.edit.model.required/refuse-none-live.json\0"
    "dgrid.edit.model.required/refuse-none-without-prompt-live.json\0"
    "dgrid.edit.model.required/refuse-none-without-prompt.json\0"
    "dgrid.edit.model.required/refuse-none.json\0"
    "dgrid.edit.model.retired/accept-gpt-image-2.json\0"
    "dgrid.edit.model.retired/accept-snapshot.json\0"
    "dgrid.edit.model.retired/accept-wanx-json.json\0"
    "dgrid.edit.model.retired/warn-dall-e-2-json.json\0"
    "dgrid.edit.model.retired/warn-dall-e-2.json\0"
    "dgrid.edit.model.retired/warn-gpt-image-1.5.json\0"
    "dgrid.edit.model.retired/warn-gpt-image-1.json\0"
    "dgrid.edit.model.unlisted/accept-family-json.json\0"
    "dgrid.edit.model.unlisted/accept-family.json\0"
    "dgrid.edit.model.unlisted/warn-misspelt.json\0"
    "dgrid.edit.model.unlisted/warn-unknown-json.json\0"
    "dgrid.edit.model.unlisted/warn-unknown.json\0"
    "dgrid.edit.multipart.no-input/accept-form.json\0"
    "dgrid.edit.multipart.no-input/refuse-input-newapi.json\0"
    "dgrid.edit.multipart.no-input/refuse-input.json\0"
    "dgrid.edit.multipart.repeated-part/accept-each-once.json\0"
    "dgrid.edit.multipart.repeated-part/accept-list.json\0"
    "dgrid.edit.multipart.repeated-part/refuse-mask-newapi.json\0"
    "dgrid.edit.multipart.repeated-part/refuse-mask.json\0"
    "dgrid.edit.multipart.repeated-part/refuse-model.json\0"
    "dgrid.edit.multipart.repeated-part/refuse-n.json\0"
    "dgrid.edit.multipart.repeated-part/refuse-prompt.json\0"
    "dgrid.edit.multipart.syntax/accept-quoted-boundary.json\0"
    "dgrid.edit.multipart.syntax/refuse-empty.json\0"
    "dgrid.edit.multipart.syntax/refuse-no-boundary-500-openai.json\0"
    "dgrid.edit.multipart.syntax/refuse-no-boundary-500.json\0"
    "dgrid.edit.multipart.syntax/refuse-no-boundary-live.json\0"
    "dgrid.edit.multipart.syntax/refuse-no-boundary.json\0"
    "dgrid.edit.multipart.syntax/refuse-no-closing-delimiter.json\0"
    "dgrid.edit.multipart.syntax/refuse-other-boundary.json\0"
    "dgrid.edit.multipart.text-fields/accept-texts.json\0"
    "dgrid.edit.multipart.text-fields/refuse-model.json\0"
    "dgrid.edit.multipart.text-fields/refuse-n-newapi.json\0"
    "dgrid.edit.multipart.text-fields/refuse-n.json\0"
    "dgrid.edit.multipart.text-fields/refuse-response-format.json\0"
    "dgrid.edit.multipart.text-fields/refuse-size.json\0"
    "dgrid.edit.multipart.text-fields/refuse-user.json\0"
    "dgrid.edit.n.integer/accept-2.json\0"
    "dgrid.edit.n.integer/accept-empty.json\0"
    "dgrid.edit.n.integer/refuse-blank-newapi.json\0"
    "dgrid.edit.n.integer/refuse-blank.json\0"
    "dgrid.edit.n.integer/refuse-exponent.json\0"
    "dgrid.edit.n.integer/refuse-fraction.json\0"
    "dgrid.edit.n.integer/refuse-plus.json\0"
    "dgrid.edit.n.integer/refuse-whole-fraction.json\0"
    "dgrid.edit.n.integer/refuse-word.json\0"
    "dgrid.edit.n.maximum/accept-10.json\0"
    "dgrid.edit.n.maximum/refuse-11-newapi.json\0"
    "dgrid.edit.n.maximum/refuse-11.json\0"
    "dgrid.edit.n.maximum/refuse-far-above.json\0"
    "dgrid.edit.n.minimum/accept-1.json\0"
    "dgrid.edit.n.minimum/refuse-far-below-newapi.json\0"
    "dgrid.edit.n.minimum/refuse-far-below.json\0"
    "dgrid.edit.n.minimum/refuse-minus-one.json\0"
    "dgrid.edit.n.minimum/refuse-minus-zero.json\0"
    "dgrid.edit.n.minimum/refuse-zero.json\0"
    "dgrid.edit.n.model-maximum/accept-fused-6.json\0"
    "dgrid.edit.n.model-maximum/accept-gateway-128.json\0"
    "dgrid.edit.n.model-maximum/refuse-fused-7.json\0"
    "dgrid.edit.n.model-maximum/refuse-gateway-129.json\0"
    "dgrid.edit.n.model-maximum/refuse-gpt-11.json\0"
    "dgrid.edit.n.model-maximum/refuse-qwen-image-edit-2.json\0"
    "dgrid.edit.output_compression.range/accept-100.json\0"
    "dgrid.edit.output_compression.range/refuse-101.json\0"
    "dgrid.edit.output_compression.range/refuse-text.json\0"
    "dgrid.edit.output_format.enum/accept-other-model.json\0"
    "dgrid.edit.output_format.enum/accept-webp.json\0"
    "dgrid.edit.output_format.enum/refuse-svg.json\0"
    "dgrid.edit.partial_images.range/accept-3.json\0"
    "dgrid.edit.partial_images.range/refuse-4.json\0"
    "dgrid.edit.partial_images.range/refuse-minus.json\0"
    "dgrid.edit.prompt.max-length/accept-1000-beyond-ascii.json\0"
    "dgrid.edit.prompt.max-length/accept-1000-dall-e-2.json\0"
    "dgrid.edit.prompt.max-length/accept-1000-with-line-ends.json\0"
    "dgrid.edit.prompt.max-length/accept-32000-gpt-image.json\0"
    "dgrid.edit.prompt.max-length/accept-32001-wanx.json\0"
    "dgrid.edit.prompt.max-length/refuse-1001-dall-e-2-newapi.json\0"
    "dgrid.edit.prompt.max-length/refuse-1001-dall-e-2.json\0"
    "dgrid.edit.prompt.max-length/refuse-32001-gpt-image.json\0"
    "dgrid.edit.prompt.required/accept-one-character.json\0"
    "dgrid.edit.prompt.required/refuse-empty-newapi.json\0"
    "dgrid.edit.prompt.required/refuse-empty.json\0"
    "dgrid.edit.prompt.required/refuse-file.json\0"
    "dgrid.edit.prompt.required/refuse-none.json\0"
    "dgrid.edit.quality.enum/accept-other-model.json\0"
    "dgrid.edit.quality.enum/accept-page.json\0"
    "dgrid.edit.quality.enum/accept-xhigh.json\0"
    "dgrid.edit.quality.enum/refuse-before-image.json\0"
    "dgrid.edit.quality.enum/refuse-ultra.json\0"
    "dgrid.edit.response_format.enum/accept-b64-json-all-keys.json\0"
    "dgrid.edit.response_format.enum/accept-b64-json-used-keys.json\0"
    "dgrid.edit.response_format.enum/accept-b64-json.json\0"
    "dgrid.edit.response_format.enum/accept-url-by-default.json\0"
    "dgrid.edit.response_format.enum/accept-url-usage-always.json\0"
    "dgrid.edit.response_format.enum/accept-url-usage-gpt-image.json\0"
    "dgrid.edit.response_format.enum/accept-url.json\0"
    "dgrid.edit.response_format.enum/refuse-base64-newapi.json\0"
    "dgrid.edit.response_format.enum/refuse-base64.json\0"
    "dgrid.edit.response_format.enum/refuse-capitals.json\0"
    "dgrid.edit.response_format.enum/refuse-png.json\0"
    "dgrid.edit.response_format.gpt/accept-cut-jpeg-page.json\0"
    "dgrid.edit.response_format.gpt/accept-cut-jpeg-upstream.json\0"
    "dgrid.edit.response_format.gpt/accept-documented.json\0"
    "dgrid.edit.response_format.gpt/accept-none.json\0"
    "dgrid.edit.response_format.gpt/accept-other-model.json\0"
    "dgrid.edit.response_format.gpt/refuse-cut-jpeg.json\0"
    "dgrid.edit.response_format.gpt/refuse-gpt-image.json\0"
    "dgrid.edit.size.supported/accept-1024x1536-gpt-image.json\0"
    "dgrid.edit.size.supported/accept-1x1.json\0"
    "dgrid.edit.size.supported/accept-256x256-dall-e-2.json\0"
    "dgrid.edit.size.supported/accept-3840x1.json\0"
    "dgrid.edit.size.supported/accept-640x1024-gpt-image-2.json\0"
    "dgrid.edit.size.supported/accept-auto.json\0"
    "dgrid.edit.size.supported/accept-empty.json\0"
    "dgrid.edit.size.supported/refuse-1536x1024-dall-e-2.json\0"
    "dgrid.edit.size.supported/refuse-3841x1.json\0"
    "dgrid.edit.size.supported/refuse-512x512-gpt-image.json\0"
    "dgrid.edit.size.supported/refuse-576x1024-gpt-image-2.json\0"
    "dgrid.edit.size.supported/refuse-area.json\0"
    "dgrid.edit.size.supported/refuse-auto-dall-e-2.json\0"
    "dgrid.edit.size.supported/refuse-blanks.json\0"
    "dgrid.edit.size.supported/refuse-capital-x.json\0"
    "dgrid.edit.size.supported/refuse-leading-zero.json\0"
    "dgrid.edit.size.supported/refuse-minus.json\0"
    "dgrid.edit.size.supported/refuse-no-width.json\0"
    "dgrid.edit.size.supported/refuse-one-side.json\0"
    "dgrid.edit.size.supported/refuse-ratio-gpt-image-2.json\0"
    "dgrid.edit.size.supported/refuse-star.json\0"
    "dgrid.edit.size.supported/refuse-step-gpt-image-2.json\0"
    "dgrid.edit.size.supported/refuse-three-sides.json\0"
    "dgrid.edit.size.supported/refuse-tier.json\0"
    "dgrid.edit.source.data-url/accept-png.json\0"
    "dgrid.edit.source.data-url/warn-base64-jpeg.json\0"
    "dgrid.edit.source.data-url/warn-base64.json\0"
    "dgrid.edit.source.data-url/warn-no-type.json\0"
    "dgrid.edit.source.data-url/warn-octet-stream.json\0"
    "dgrid.edit.source.data-url/warn-part.json\0"
    "dgrid.edit.source.fetch/accept-end-of-sentence.json\0"
    "dgrid.edit.source.fetch/accept-markdown.json\0"
    "dgrid.edit.source.fetch/accept-none.json\0"
    "dgrid.edit.source.fetch/accept-own.json\0"
    "dgrid.edit.source.fetch/refuse-elsewhere-newapi.json\0"
    "dgrid.edit.source.fetch/refuse-elsewhere.json\0"
    "dgrid.edit.source.fetch/refuse-no-such-file.json\0"
    "dgrid.edit.source.fetch/refuse-one-number.json\0"
    "dgrid.edit.source.fetch/refuse-other-port.json\0"
    "dgrid.edit.source.fetch/refuse-private.json\0"
    "dgrid.edit.source.fetch/refuse-second.json\0"
    "dgrid.edit.source.further/accept-one.json\0"
    "dgrid.edit.source.further/warn-parts.json\0"
    "dgrid.edit.source.further/warn-two.json\0"
    "dgrid.edit.source.in-sentence/accept-markdown.json\0"
    "dgrid.edit.source.in-sentence/accept-own-line.json\0"
    "dgrid.edit.source.in-sentence/warn-before-comma.json\0"
    "dgrid.edit.source.in-sentence/warn-beside-image.json\0"
    "dgrid.edit.source.in-sentence/warn-middle.json\0"
    "dgrid.edit.source.none/accept-data-url.json\0"
    "dgrid.edit.source.none/accept-url.json\0"
    "dgrid.edit.source.none/warn-input-images.json\0"
    "dgrid.edit.source.none/warn-message-image.json\0"
    "dgrid.edit.source.none/warn-none.json\0"
    "dgrid.edit.source.none/warn-top-image.json\0"
    "dgrid.edit.source.readable/accept-jpeg.json\0"
    "dgrid.edit.source.readable/accept-png.json\0"
    "dgrid.edit.source.readable/accept-webp.json\0"
    "dgrid.edit.source.readable/refuse-crc-newapi.json\0"
    "dgrid.edit.source.readable/refuse-crc.json\0"
    "dgrid.edit.source.readable/refuse-heic.json\0"
    "dgrid.edit.source.readable/refuse-not-base64.json\0"
    "dgrid.edit.source.readable/refuse-second.json\0"
    "dgrid.edit.source.readable/refuse-text.json\0"
    "dgrid.edit.source.readable/refuse-truncated-jpeg.json\0"
    "dgrid.edit.stream.boolean/accept-true-page.json\0"
    "dgrid.edit.stream.boolean/accept-true.json\0"
    "dgrid.edit.stream.boolean/refuse-yes.json\0"
    "dgrid.edit.stream.model/accept-false.json\0"
    "dgrid.edit.stream.model/accept-gpt.json\0"
    "dgrid.edit.stream.model/refuse-wanx.json\0"
    "dgrid.edit.stream.unsupported/accept-false.json\0"
    "dgrid.edit.stream.unsupported/accept-python-false.json\0"
    "dgrid.edit.stream.unsupported/accept-true-events.json\0"
    "dgrid.edit.stream.unsupported/accept-true-upstream.json\0"
    "dgrid.edit.stream.unsupported/accept-zero.json\0"
    "dgrid.edit.stream.unsupported/refuse-one-newapi.json\0"
    "dgrid.edit.stream.unsupported/refuse-one.json\0"
    "dgrid.edit.stream.unsupported/refuse-python-true.json\0"
    "dgrid.edit.stream.unsupported/refuse-true-damaged.json\0"
    "dgrid.edit.stream.unsupported/refuse-true.json\0"
    "dgrid.edit.undocumented-field/accept-all.json\0"
    "dgrid.edit.undocumented-field/warn-output-format.json\0"
    "dgrid.edit.undocumented-field/warn-quality.json\0"
    "dgrid.edit.undocumented-field/warn-two.json\0"
    "dgrid.headers.max-count/accept-190.json\0"
    "dgrid.headers.max-count/refuse-201-newapi.json\0"
    "dgrid.headers.max-count/refuse-201.json\0"
    "dgrid.headers.max-size/accept-near.json\0"
    "dgrid.headers.max-size/refuse-one-more-newapi.json\0"
    "dgrid.headers.max-size/refuse-one-more.json\0"
    "dgrid.method.allowed/accept-head-models.json\0"
    "dgrid.method.allowed/accept-post.json\0"
    "dgrid.method.allowed/accept-preflight.json\0"
    "dgrid.method.allowed/refuse-delete-edits-404.json\0"
    "dgrid.method.allowed/refuse-delete-edits-405.json\0"
    "dgrid.method.allowed/refuse-get-edits-live.json\0"
    "dgrid.method.allowed/refuse-get-edits.json\0"
    "dgrid.method.allowed/refuse-put-models.json\0"
    "dgrid.path.known/accept-edits.json\0"
    "dgrid.path.known/accept-models.json\0"
    "dgrid.path.known/accept-trailing-slash-redirect.json\0"
    "dgrid.path.known/accept-trailing-slash-without-prompt-redirect.json\0"
    "dgrid.path.known/accept-trailing-slash-without-prompt.json\0"
    "dgrid.path.known/accept-trailing-slash.json\0"
    "dgrid.path.known/refuse-generations.json\0"
    "dgrid.path.known/refuse-live.json\0"
    "dgrid.path.known/refuse-two-slashes.json\0"
    "dgrid.path.known/refuse-venice-path.json\0"
    "venice.auth.placeholder/accept-none-within-json.json\0"
    "venice.auth.placeholder/accept-none-within-multipart.json\0"
    "venice.auth.placeholder/warn-none.json\0"
    "venice.auth.placeholder/warn-object.json\0"
    "venice.auth.placeholder/warn-quotes.json\0"
    "venice.auth.placeholder/warn-template.json\0"
    "venice.auth.placeholder/warn-twice.json\0"
    "venice.auth.placeholder/warn-undefined-json.json\0"
    "venice.auth.placeholder/warn-undefined-multipart.json\0"
    "venice.auth.placeholder/warn-variable.json\0"
    "venice.auth.present/accept-bearer-multipart.json\0"
    "venice.auth.present/accept-bearer.json\0"
    "venice.auth.present/accept-models-without-key.json\0"
    "venice.auth.present/accept-wallet-old-name.json\0"
    "venice.auth.present/accept-wallet.json\0"
    "venice.auth.present/refuse-empty.json\0"
    "venice.auth.present/refuse-none-before-body.json\0"
    "venice.auth.present/refuse-none-json.json\0"
    "venice.auth.present/refuse-none-multipart.json\0"
    "venice.auth.present/refuse-none-unauthorized.json\0"
    "venice.auth.valid/accept-error-budget-20.json\0"
    "venice.auth.valid/accept-error-budget-50.json\0"
    "venice.auth.valid/accept-known-key.json\0"
    "venice.auth.valid/accept-reset-milliseconds.json\0"
    "venice.auth.valid/accept-reset-seconds.json\0"
    "venice.auth.valid/accept-scheme-in-capitals.json\0"
    "venice.auth.valid/accept-wallet.json\0"
    "venice.auth.valid/refuse-basic.json\0"
    "venice.auth.valid/refuse-before-fields.json\0"
    "venice.auth.valid/refuse-key-in-capitals.json\0"
    "venice.auth.valid/refuse-no-token.json\0"
    "venice.auth.valid/refuse-unknown-key-json.json\0"
    "venice.auth.valid/refuse-unknown-key-multipart.json\0"
    "venice.auth.valid/refuse-wallet.json\0"
    "venice.edit.anon_user_id.characters/accept-printable-json.json\0"
    "venice.edit.anon_user_id.characters/accept-printable-multipart.json\0"
    "venice.edit.anon_user_id.characters/refuse-accent-json.json\0"
    "venice.edit.anon_user_id.characters/refuse-line-feed-json.json\0"
    "venice.edit.anon_user_id.characters/refuse-two-bars-json.json\0"
    "venice.edit.anon_user_id.characters/refuse-two-bars-multipart.json\0"
    "venice.edit.anon_user_id.max-length/accept-128-json.json\0"
    "venice.edit.anon_user_id.max-length/accept-128-multipart.json\0"
    "venice.edit.anon_user_id.max-length/refuse-129-json.json\0"
    "venice.edit.anon_user_id.max-length/refuse-129-multipart.json\0"
    "venice.edit.anon_user_id.type/accept-text-json.json\0"
    "venice.edit.anon_user_id.type/accept-text-multipart.json\0"
    "venice.edit.anon_user_id.type/refuse-file-multipart.json\0"
    "venice.edit.anon_user_id.type/refuse-number-json.json\0"
    "venice.edit.aspect_ratio.auto/accept-auto-listed-json.json\0"
    "venice.edit.aspect_ratio.auto/accept-auto-listed-multipart.json\0"
    "venice.edit.aspect_ratio.auto/accept-auto-unlisted-json.json\0"
    "venice.edit.aspect_ratio.auto/accept-auto-unlisted-multipart.json\0"
    "venice.edit.aspect_ratio.auto/accept-auto-unlisted-small.json\0"
    "venice.edit.aspect_ratio.auto/refuse-all-limits.json\0"
    "venice.edit.aspect_ratio.auto/refuse-auto-json.json\0"
    "venice.edit.aspect_ratio.auto/refuse-auto-multipart.json\0"
    "venice.edit.aspect_ratio.auto/refuse-auto-small.json\0"
    "venice.edit.aspect_ratio.enum/accept-21-9-json.json\0"
    "venice.edit.aspect_ratio.enum/accept-21-9-multipart.json\0"
    "venice.edit.aspect_ratio.enum/accept-4-3-october-json.json\0"
    "venice.edit.aspect_ratio.enum/accept-4-3-october-multipart.json\0"
    "venice.edit.aspect_ratio.enum/accept-4-5-json.json\0"
    "venice.edit.aspect_ratio.enum/accept-4-5-multipart.json\0"
    "venice.edit.aspect_ratio.enum/accept-auto-json.json\0"
    "venice.edit.aspect_ratio.enum/accept-auto-multipart.json\0"
    "venice.edit.aspect_ratio.enum/refuse-4-3-json.json\0"
    "venice.edit.aspect_ratio.enum/refuse-4-3-multipart.json\0"
    "venice.edit.aspect_ratio.enum/refuse-5-4-october-json.json\0"
    "venice.edit.aspect_ratio.enum/refuse-5-4-october-multipart.json\0"
    "venice.edit.aspect_ratio.enum/refuse-capitals.json\0"
    "venice.edit.aspect_ratio.enum/refuse-empty-json.json\0"
    "venice.edit.aspect_ratio.enum/refuse-empty-multipart.json\0"
    "venice.edit.aspect_ratio.enum/refuse-null-json.json\0"
    "venice.edit.aspect_ratio.enum/refuse-number.json\0"
    "venice.edit.aspect_ratio.model/accept-auto-listed.json\0"
    "venice.edit.aspect_ratio.model/accept-listed-json.json\0"
    "venice.edit.aspect_ratio.model/accept-listed-multipart.json\0"
    "venice.edit.aspect_ratio.model/refuse-21-9-json.json\0"
    "venice.edit.aspect_ratio.model/refuse-21-9-multipart.json\0"
    "venice.edit.aspect_ratio.model/refuse-only-auto-json.json\0"
    "venice.edit.aspect_ratio.model/refuse-only-auto-multipart.json\0"
    "venice.edit.body.max-size/accept-at-limit-json.json\0"
    "venice.edit.body.max-size/accept-at-limit.json\0"
    "venice.edit.body.max-size/refuse-gzip-one-more-json.json\0"
    "venice.edit.body.max-size/refuse-one-more-json.json\0"
    "venice.edit.body.max-size/refuse-one-more-multipart.json\0"
    "venice.edit.content-encoding.decodes/accept-gzip-multipart.json\0"
    "venice.edit.content-encoding.decodes/accept-two-members-json.json\0"
    "venice.edit.content-encoding.decodes/refuse-more-behind-multipart.json\0"
    "venice.edit.content-encoding.decodes/refuse-plain-json.json\0"
    "venice.edit.content-encoding.decodes/refuse-raw-deflate-json.json\0"
    "venice.edit.content-encoding/accept-deflate-october-multipart.json\0"
    "venice.edit.content-encoding/accept-gzip-october-json.json\0"
    "venice.edit.content-encoding/accept-identity-multipart.json\0"
    "venice.edit.content-encoding/accept-identity.json\0"
    "venice.edit.content-encoding/refuse-br-json.json\0"
    "venice.edit.content-encoding/refuse-br-multipart.json\0"
    "venice.edit.content-encoding/refuse-gzip-json.json\0"
    "venice.edit.content-encoding/refuse-two-codings-json.json\0"
    "venice.edit.content-type/accept-json-charset.json\0"
    "venice.edit.content-type/accept-multipart-quoted-boundary.json\0"
    "venice.edit.content-type/refuse-form-urlencoded.json\0"
    "venice.edit.content-type/refuse-image.json\0"
    "venice.edit.content-type/refuse-multipart-mixed.json\0"
    "venice.edit.content-type/refuse-none.json\0"
    "venice.edit.content-type/refuse-text-live.json\0"
    "venice.edit.content-type/refuse-text.json\0"
    "venice.edit.disable_prompt_optimization_thinking.type/accept-true-json.json\0"
    "venice.edit.disable_prompt_optimization_thinking.type/accept-true-multipart.json\0"
    "venice.edit.disable_prompt_optimization_thinking.type/refuse-one-multipart.json\0"
    "venice.edit.disable_prompt_optimization_thinking.type/refuse-text-json.json\0"
    "venice.edit.enhance_prompt.type/accept-true-json.json\0"
    "venice.edit.enhance_prompt.type/accept-true-multipart.json\0"
    "venice.edit.enhance_prompt.type/refuse-one-multipart.json\0"
    "venice.edit.enhance_prompt.type/refuse-text-json.json\0"
    "venice.edit.image.base64/accept-data-url-capitals.json\0"
    "venice.edit.image.base64/accept-data-url-json.json\0"
    "venice.edit.image.base64/accept-data-url-mixed-case.json\0"
    "venice.edit.image.base64/accept-data-url-multipart.json\0"
    "venice.edit.image.base64/accept-line-ends.json\0"
    "venice.edit.image.base64/refuse-character-json.json\0"
    "venice.edit.image.base64/refuse-character-multipart.json\0"
    "venice.edit.image.base64/refuse-data-url-plain-json.json\0"
    "venice.edit.image.base64/refuse-data-url-plain-multipart.json\0"
    "venice.edit.image.base64/refuse-file-name.json\0"
    "venice.edit.image.base64/refuse-live-text.json\0"
    "venice.edit.image.decodes/accept-bomb.json\0"
    "venice.edit.image.decodes/accept-l.json\0"
    "venice.edit.image.decodes/accept-la.json\0"
    "venice.edit.image.decodes/accept-p.json\0"
    "venice.edit.image.decodes/accept-rgba-json.json\0"
    "venice.edit.image.decodes/accept-rgba.json\0"
    "venice.edit.image.decodes/refuse-avif.json\0"
    "venice.edit.image.decodes/refuse-crc-json.json\0"
    "venice.edit.image.decodes/refuse-crc-live.json\0"
    "venice.edit.image.decodes/refuse-crc-multipart.json\0"
    "venice.edit.image.decodes/refuse-crc-with-warning.json\0"
    "venice.edit.image.decodes/refuse-header-only-json.json\0"
    "venice.edit.image.decodes/refuse-header-only-multipart.json\0"
    "venice.edit.image.decodes/refuse-heic-json.json\0"
    "venice.edit.image.decodes/refuse-heic-multipart.json\0"
    "venice.edit.image.decodes/refuse-jpeg-truncated.json\0"
    "venice.edit.image.decodes/refuse-truncated-json.json\0"
    "venice.edit.image.decodes/refuse-truncated-multipart.json\0"
    "venice.edit.image.decodes/refuse-webp-truncated.json\0"
    "venice.edit.image.drawn/accept-avif-json.json\0"
    "venice.edit.image.drawn/accept-avif-multipart.json\0"
    "venice.edit.image.drawn/warn-jpeg-2000-json.json\0"
    "venice.edit.image.drawn/warn-jpeg-2000-multipart.json\0"
    "venice.edit.image.fetch/accept-own-by-host.json\0"
    "venice.edit.image.fetch/accept-own-json.json\0"
    "venice.edit.image.fetch/accept-own-multipart.json\0"
    "venice.edit.image.fetch/refuse-elsewhere-400.json\0"
    "venice.edit.image.fetch/refuse-elsewhere-json.json\0"
    "venice.edit.image.fetch/refuse-elsewhere-multipart.json\0"
    "venice.edit.image.fetch/refuse-no-host.json\0"
    "venice.edit.image.fetch/refuse-no-such-file.json\0"
    "venice.edit.image.format/accept-avif-json.json\0"
    "venice.edit.image.format/accept-avif-multipart.json\0"
    "venice.edit.image.format/accept-drawing.json\0"
    "venice.edit.image.format/accept-heic-json.json\0"
    "venice.edit.image.format/accept-heic-multipart.json\0"
    "venice.edit.image.format/accept-jpeg-json.json\0"
    "venice.edit.image.format/accept-jpeg-multipart.json\0"
    "venice.edit.image.format/accept-no-filename.json\0"
    "venice.edit.image.format/accept-octet-stream.json\0"
    "venice.edit.image.format/accept-webp-json.json\0"
    "venice.edit.image.format/accept-webp-multipart.json\0"
    "venice.edit.image.format/refuse-base64-in-file.json\0"
    "venice.edit.image.format/refuse-empty-json.json\0"
    "venice.edit.image.format/refuse-empty-multipart.json\0"
    "venice.edit.image.format/refuse-gif-json.json\0"
    "venice.edit.image.format/refuse-gif-multipart.json\0"
    "venice.edit.image.format/refuse-text-json.json\0"
    "venice.edit.image.format/refuse-text-live.json\0"
    "venice.edit.image.format/refuse-text-multipart.json\0"
    "venice.edit.image.header/accept-header-only-json.json\0"
    "venice.edit.image.header/accept-header-only-multipart.json\0"
    "venice.edit.image.header/accept-header-only-seen.json\0"
    "venice.edit.image.header/refuse-heif-without-width.json\0"
    "venice.edit.image.header/refuse-no-height.json\0"
    "venice.edit.image.header/refuse-no-width-json.json\0"
    "venice.edit.image.header/refuse-no-width-multipart.json\0"
    "venice.edit.image.header/refuse-no-width-seen.json\0"
    "venice.edit.image.max-area/accept-1000001x1.json\0"
    "venice.edit.image.max-area/accept-8192x4050-json.json\0"
    "venice.edit.image.max-area/accept-8192x4050.json\0"
    "venice.edit.image.max-area/refuse-33177601.json\0"
    "venice.edit.image.max-area/refuse-8192x4051-json.json\0"
    "venice.edit.image.max-area/refuse-8192x4051-multipart.json\0"
    "venice.edit.image.max-area/refuse-claim.json\0"
    "venice.edit.image.max-area/refuse-heif.json\0"
    "venice.edit.image.max-bytes/accept-25000000-small.json\0"
    "venice.edit.image.max-bytes/accept-binary.json\0"
    "venice.edit.image.max-bytes/accept-decimal.json\0"
    "venice.edit.image.max-bytes/accept-one-less-json.json\0"
    "venice.edit.image.max-bytes/accept-one-less.json\0"
    "venice.edit.image.max-bytes/refuse-25-mb-json.json\0"
    "venice.edit.image.max-bytes/refuse-25-mb.json\0"
    "venice.edit.image.max-bytes/refuse-decimal-small.json\0"
    "venice.edit.image.max-bytes/refuse-decimal.json\0"
    "venice.edit.image.min-area/accept-1x65536.json\0"
    "venice.edit.image.min-area/accept-256x256-json.json\0"
    "venice.edit.image.min-area/accept-256x256-multipart.json\0"
    "venice.edit.image.min-area/accept-65536x1.json\0"
    "venice.edit.image.min-area/refuse-1x1.json\0"
    "venice.edit.image.min-area/refuse-255x257-json.json\0"
    "venice.edit.image.min-area/refuse-255x257-multipart.json\0"
    "venice.edit.image.min-area/refuse-heif.json\0"
    "venice.edit.image.min-area/refuse-jpeg.json\0"
    "venice.edit.image.min-area/refuse-webp.json\0"
    "venice.edit.image.min-side/accept-63x1041-damaged-seen.json\0"
    "venice.edit.image.min-side/accept-63x1041-damaged.json\0"
    "venice.edit.image.min-side/accept-63x1041-documented.json\0"
    "venice.edit.image.min-side/accept-63x1041-json.json\0"
    "venice.edit.image.min-side/accept-64x1024.json\0"
    "venice.edit.image.min-side/refuse-1041x63.json\0"
    "venice.edit.image.min-side/refuse-63x1041-damaged.json\0"
    "venice.edit.image.min-side/refuse-63x1041-json.json\0"
    "venice.edit.image.min-side/refuse-63x1041-multipart.json\0"
    "venice.edit.image.one-file/accept-one.json\0"
    "venice.edit.image.one-file/refuse-two.json\0"
    "venice.edit.image.orientation/accept-1-json.json\0"
    "venice.edit.image.orientation/accept-1-multipart.json\0"
    "venice.edit.image.orientation/warn-heic-ignore.json\0"
    "venice.edit.image.orientation/warn-jpeg-json-honour.json\0"
    "venice.edit.image.orientation/warn-jpeg-json-ignore.json\0"
    "venice.edit.image.orientation/warn-jpeg-multipart-honour.json\0"
    "venice.edit.image.orientation/warn-jpeg-multipart-ignore.json\0"
    "venice.edit.image.orientation/warn-png-ratio.json\0"
    "venice.edit.image.public-host/accept-100.128.0.0.json\0"
    "venice.edit.image.public-host/accept-100.63.255.255.json\0"
    "venice.edit.image.public-host/accept-11.0.0.1.json\0"
    "venice.edit.image.public-host/accept-169.253.255.255.json\0"
    "venice.edit.image.public-host/accept-172.15.255.255.json\0"
    "venice.edit.image.public-host/accept-172.32.0.1.json\0"
    "venice.edit.image.public-host/accept-192.169.0.1.json\0"
    "venice.edit.image.public-host/accept-ipv6.json\0"
    "venice.edit.image.public-host/accept-own-multipart.json\0"
    "venice.edit.image.public-host/accept-own.json\0"
    "venice.edit.image.public-host/refuse-0.0.0.0.json\0"
    "venice.edit.image.public-host/refuse-10.0.0.1.json\0"
    "venice.edit.image.public-host/refuse-100.64.0.1.json\0"
    "venice.edit.image.public-host/refuse-169.254.169.254.json\0"
    "venice.edit.image.public-host/refuse-172.16.0.1.json\0"
    "venice.edit.image.public-host/refuse-172.31.255.255.json\0"
    "venice.edit.image.public-host/refuse-192.168.1.1.json\0"
    "venice.edit.image.public-host/refuse-198.18.0.1.json\0"
    "venice.edit.image.public-host/refuse-bare-name.json\0"
    "venice.edit.image.public-host/refuse-dot-at-the-end.json\0"
    "venice.edit.image.public-host/refuse-hexadecimal.json\0"
    "venice.edit.image.public-host/refuse-ipv6-local.json\0"
    "venice.edit.image.public-host/refuse-ipv6-mapped.json\0"
    "venice.edit.image.public-host/refuse-localhost-localdomain.json\0"
    "venice.edit.image.public-host/refuse-metadata-json.json\0"
    "venice.edit.image.public-host/refuse-metadata-multipart.json\0"
    "venice.edit.image.public-host/refuse-name-of-localhost.json\0"
    "venice.edit.image.public-host/refuse-octal.json\0"
    "venice.edit.image.public-host/refuse-one-number.json\0"
    "venice.edit.image.public-host/refuse-other-port-json.json\0"
    "venice.edit.image.public-host/refuse-other-port-multipart.json\0"
    "venice.edit.image.public-host/refuse-other-scheme.json\0"
    "venice.edit.image.required/accept-image-and-prompt-json.json\0"
    "venice.edit.image.required/accept-image-and-prompt-multipart.json\0"
    "venice.edit.image.required/refuse-image-url-json.json\0"
    "venice.edit.image.required/refuse-image-url-multipart.json\0"
    "venice.edit.image.required/refuse-none-json.json\0"
    "venice.edit.image.required/refuse-none-multipart.json\0"
    "venice.edit.image.svg/accept-png-json.json\0"
    "venice.edit.image.svg/accept-png-multipart.json\0"
    "venice.edit.image.svg/refuse-json.json\0"
    "venice.edit.image.svg/refuse-multipart.json\0"
    "venice.edit.image.svg/refuse-seen.json\0"
    "venice.edit.image.type/accept-base64.json\0"
    "venice.edit.image.type/accept-file.json\0"
    "venice.edit.image.type/accept-text-part.json\0"
    "venice.edit.image.type/accept-url.json\0"
    "venice.edit.image.type/refuse-array.json\0"
    "venice.edit.image.type/refuse-boolean.json\0"
    "venice.edit.image.type/refuse-null.json\0"
    "venice.edit.image.type/refuse-number.json\0"
    "venice.edit.image.type/refuse-object.json\0"
    "venice.edit.json.object/accept-empty-object.json\0"
    "venice.edit.json.object/accept-object.json\0"
    "venice.edit.json.object/refuse-array.json\0"
    "venice.edit.json.object/refuse-null.json\0"
    "venice.edit.json.object/refuse-number.json\0"
    "venice.edit.json.object/refuse-string.json\0"
    "venice.edit.json.repeated-key/accept-each-once.json\0"
    "venice.edit.json.repeated-key/warn-escaped.json\0"
    "venice.edit.json.repeated-key/warn-model-twice.json\0"
    "venice.edit.json.syntax/accept-blanks-and-escapes.json\0"
    "venice.edit.json.syntax/refuse-before-key.json\0"
    "venice.edit.json.syntax/refuse-cut-off.json\0"
    "venice.edit.json.syntax/refuse-empty.json\0"
    "venice.edit.json.syntax/refuse-raw-line-feed.json\0"
    "venice.edit.json.syntax/refuse-single-quotes.json\0"
    "venice.edit.json.syntax/refuse-trailing-comma.json\0"
    "venice.edit.json.syntax/refuse-two.json\0"
    "venice.edit.model.alias/accept-own-id-json.json\0"
    "venice.edit.model.alias/accept-own-id-multipart.json\0"
    "venice.edit.model.alias/warn-qwen-edit-json.json\0"
    "venice.edit.model.alias/warn-qwen-edit-multipart.json\0"
    "venice.edit.model.known/accept-edit-model-json.json\0"
    "venice.edit.model.known/accept-edit-model-multipart.json\0"
    "venice.edit.model.known/accept-model-over-model-id.json\0"
    "venice.edit.model.known/accept-muse-october-json.json\0"
    "venice.edit.model.known/accept-muse-october-multipart.json\0"
    "venice.edit.model.known/refuse-capitals-json.json\0"
    "venice.edit.model.known/refuse-capitals-multipart.json\0"
    "venice.edit.model.known/refuse-generation-model-json.json\0"
    "venice.edit.model.known/refuse-generation-model-multipart.json\0"
    "venice.edit.model.known/refuse-muse-json.json\0"
    "venice.edit.model.known/refuse-muse-multipart.json\0"
    "venice.edit.model.min-length/accept-one-character-json.json\0"
    "venice.edit.model.min-length/accept-one-character-multipart.json\0"
    "venice.edit.model.min-length/refuse-empty-json.json\0"
    "venice.edit.model.min-length/refuse-empty-multipart.json\0"
    "venice.edit.model.type/accept-text-json.json\0"
    "venice.edit.model.type/accept-text-multipart.json\0"
    "venice.edit.model.type/refuse-file.json\0"
    "venice.edit.model.type/refuse-null.json\0"
    "venice.edit.model.type/refuse-number.json\0"
    "venice.edit.modelId.deprecated/accept-model-json.json\0"
    "venice.edit.modelId.deprecated/accept-model-multipart.json\0"
    "venice.edit.modelId.deprecated/warn-both-json.json\0"
    "venice.edit.modelId.deprecated/warn-both-multipart.json\0"
    "venice.edit.modelId.deprecated/warn-model-id-json.json\0"
    "venice.edit.modelId.deprecated/warn-model-id-multipart.json\0"
    "venice.edit.modelId.enum/accept-last-of-the-list-json.json\0"
    "venice.edit.modelId.enum/accept-last-of-the-list-multipart.json\0"
    "venice.edit.modelId.enum/accept-looked-up.json\0"
    "venice.edit.modelId.enum/accept-new-model-json.json\0"
    "venice.edit.modelId.enum/accept-new-model-multipart.json\0"
    "venice.edit.modelId.enum/refuse-beside-model.json\0"
    "venice.edit.modelId.enum/refuse-former-model-json.json\0"
    "venice.edit.modelId.enum/refuse-former-model-multipart.json\0"
    "venice.edit.modelId.enum/refuse-later-model-json.json\0"
    "venice.edit.modelId.enum/refuse-later-model-multipart.json\0"
    "venice.edit.modelId.min-length/accept-one-character-json.json\0"
    "venice.edit.modelId.min-length/accept-one-character-looked-up.json\0"
    "venice.edit.modelId.min-length/accept-one-character-multipart.json\0"
    "venice.edit.modelId.min-length/refuse-empty-json.json\0"
    "venice.edit.modelId.min-length/refuse-empty-multipart.json\0"
    "venice.edit.modelId.type/accept-text-json.json\0"
    "venice.edit.modelId.type/accept-text-multipart.json\0"
    "venice.edit.modelId.type/refuse-boolean.json\0"
    "venice.edit.modelId.type/refuse-file.json\0"
    "venice.edit.modelId.type/refuse-number.json\0"
    "venice.edit.multipart.max-size/accept-at-limit.json\0"
    "venice.edit.multipart.max-size/refuse-gzip-one-more.json\0"
    "venice.edit.multipart.max-size/refuse-one-more.json\0"
    "venice.edit.multipart.repeated-part/accept-each-once.json\0"
    "venice.edit.multipart.repeated-part/refuse-image-as-file-and-text.json\0"
    "venice.edit.multipart.repeated-part/refuse-prompt-twice.json\0"
    "venice.edit.multipart.syntax/accept-no-line-end-at-the-end.json\0"
    "venice.edit.multipart.syntax/accept-preamble.json\0"
    "venice.edit.multipart.syntax/refuse-bare-line-feeds.json\0"
    "venice.edit.multipart.syntax/refuse-empty.json\0"
    "venice.edit.multipart.syntax/refuse-no-boundary.json\0"
    "venice.edit.multipart.syntax/refuse-no-closing-delimiter.json\0"
    "venice.edit.multipart.syntax/refuse-other-boundary.json\0"
    "venice.edit.multipart.syntax/refuse-unnamed-part.json\0"
    "venice.edit.output_format.enum/accept-jpeg-json.json\0"
    "venice.edit.output_format.enum/accept-jpeg-multipart.json\0"
    "venice.edit.output_format.enum/accept-jpg-json.json\0"
    "venice.edit.output_format.enum/accept-jpg-multipart.json\0"
    "venice.edit.output_format.enum/accept-webp-json.json\0"
    "venice.edit.output_format.enum/accept-webp-multipart.json\0"
    "venice.edit.output_format.enum/refuse-boolean.json\0"
    "venice.edit.output_format.enum/refuse-capitals-json.json\0"
    "venice.edit.output_format.enum/refuse-capitals-multipart.json\0"
    "venice.edit.output_format.enum/refuse-gif-json.json\0"
    "venice.edit.output_format.enum/refuse-gif-multipart.json\0"
    "venice.edit.output_format.enum/refuse-media-type-json.json\0"
    "venice.edit.output_format.enum/refuse-media-type-multipart.json\0"
    "venice.edit.prompt.max-length/accept-16384-pairs-json.json\0"
    "venice.edit.prompt.max-length/accept-16384-pairs-multipart.json\0"
    "venice.edit.prompt.max-length/accept-32768-json.json\0"
    "venice.edit.prompt.max-length/accept-32768-multipart.json\0"
    "venice.edit.prompt.max-length/refuse-16385-pairs-json.json\0"
    "venice.edit.prompt.max-length/refuse-16385-pairs-multipart.json\0"
    "venice.edit.prompt.max-length/refuse-32769-any-model.json\0"
    "venice.edit.prompt.max-length/refuse-32769-json.json\0"
    "venice.edit.prompt.max-length/refuse-32769-multipart.json\0"
    "venice.edit.prompt.min-length/accept-one-blank-json.json\0"
    "venice.edit.prompt.min-length/accept-one-blank-multipart.json\0"
    "venice.edit.prompt.min-length/refuse-empty-json.json\0"
    "venice.edit.prompt.min-length/refuse-empty-multipart.json\0"
    "venice.edit.prompt.model-limit/accept-1500-beyond-ascii-json.json\0"
    "venice.edit.prompt.model-limit/accept-1500-beyond-ascii-multipart.json\0"
    "venice.edit.prompt.model-limit/accept-1500-json.json\0"
    "venice.edit.prompt.model-limit/accept-1500-multipart.json\0"
    "venice.edit.prompt.model-limit/accept-1501-other-model.json\0"
    "venice.edit.prompt.model-limit/refuse-10001.json\0"
    "venice.edit.prompt.model-limit/refuse-1501-json.json\0"
    "venice.edit.prompt.model-limit/refuse-1501-multipart.json\0"
    "venice.edit.prompt.required/accept-prompt-json.json\0"
    "venice.edit.prompt.required/accept-prompt-multipart.json\0"
    "venice.edit.prompt.required/refuse-none-json.json\0"
    "venice.edit.prompt.required/refuse-none-multipart.json\0"
    "venice.edit.prompt.required/refuse-nothing.json\0"
    "venice.edit.prompt.type/accept-digits-json.json\0"
    "venice.edit.prompt.type/accept-digits-multipart.json\0"
    "venice.edit.prompt.type/refuse-array.json\0"
    "venice.edit.prompt.type/refuse-file.json\0"
    "venice.edit.prompt.type/refuse-null.json\0"
    "venice.edit.prompt.type/refuse-number.json\0"
    "venice.edit.prompt.type/refuse-object.json\0"
    "venice.edit.quality.enum/accept-high-json.json\0"
    "venice.edit.quality.enum/accept-high-multipart.json\0"
    "venice.edit.quality.enum/accept-low-json.json\0"
    "venice.edit.quality.enum/accept-low-multipart.json\0"
    "venice.edit.quality.enum/refuse-number.json\0"
    "venice.edit.quality.enum/refuse-ultra-any-model.json\0"
    "venice.edit.quality.enum/refuse-ultra-json.json\0"
    "venice.edit.quality.enum/refuse-ultra-multipart.json\0"
    "venice.edit.quality.ignored/accept-gpt-image-2-json.json\0"
    "venice.edit.quality.ignored/accept-gpt-image-2-multipart.json\0"
    "venice.edit.quality.ignored/warn-default-model-json.json\0"
    "venice.edit.quality.ignored/warn-default-model-multipart.json\0"
    "venice.edit.resolution.max-length/accept-ten-characters-json.json\0"
    "venice.edit.resolution.max-length/accept-ten-characters-multipart.json\0"
    "venice.edit.resolution.max-length/refuse-eleven-characters-json.json\0"
    "venice.edit.resolution.max-length/refuse-eleven-characters-multipart.json\0"
    "venice.edit.resolution.min-length/accept-one-character-json.json\0"
    "venice.edit.resolution.min-length/accept-one-character-multipart.json\0"
    "venice.edit.resolution.min-length/refuse-empty-json.json\0"
    "venice.edit.resolution.min-length/refuse-empty-multipart.json\0"
    "venice.edit.resolution.model/accept-2k-json.json\0"
    "venice.edit.resolution.model/accept-2k-multipart.json\0"
    "venice.edit.resolution.model/accept-4k-gpt-image-2-json.json\0"
    "venice.edit.resolution.model/accept-4k-gpt-image-2-multipart.json\0"
    "venice.edit.resolution.model/accept-none-json.json\0"
    "venice.edit.resolution.model/accept-none-multipart.json\0"
    "venice.edit.resolution.model/refuse-2k-untiered.json\0"
    "venice.edit.resolution.model/refuse-4k-json.json\0"
    "venice.edit.resolution.model/refuse-4k-multipart.json\0"
    "venice.edit.resolution.model/refuse-lower-case.json\0"
    "venice.edit.resolution.type/accept-text-json.json\0"
    "venice.edit.resolution.type/accept-text-multipart.json\0"
    "venice.edit.resolution.type/refuse-file.json\0"
    "venice.edit.resolution.type/refuse-null.json\0"
    "venice.edit.resolution.type/refuse-number.json\0"
    "venice.edit.resolution.untiered/accept-1k-tiered-json.json\0"
    "venice.edit.resolution.untiered/accept-1k-tiered-multipart.json\0"
    "venice.edit.resolution.untiered/accept-1k-untiered-small.json\0"
    "venice.edit.resolution.untiered/accept-1k-untiered.json\0"
    "venice.edit.resolution.untiered/accept-page-examples-json.json\0"
    "venice.edit.resolution.untiered/accept-page-examples-multipart.json\0"
    "venice.edit.resolution.untiered/refuse-1k-untiered-json.json\0"
    "venice.edit.resolution.untiered/refuse-1k-untiered-multipart.json\0"
    "venice.edit.resolution.untiered/refuse-1k-untiered-small.json\0"
    "venice.edit.safe_mode.type/accept-false-json.json\0"
    "venice.edit.safe_mode.type/accept-false-multipart.json\0"
    "venice.edit.safe_mode.type/accept-true-multipart.json\0"
    "venice.edit.safe_mode.type/refuse-capitals-multipart.json\0"
    "venice.edit.safe_mode.type/refuse-empty-multipart.json\0"
    "venice.edit.safe_mode.type/refuse-null-json.json\0"
    "venice.edit.safe_mode.type/refuse-number-json.json\0"
    "venice.edit.safe_mode.type/refuse-text-json.json\0"
    "venice.edit.safe_mode.type/refuse-zero-multipart.json\0"
    "venice.edit.unknown-key/accept-all-json.json\0"
    "venice.edit.unknown-key/accept-all-multipart.json\0"
    "venice.edit.unknown-key/refuse-anon-user-id-json.json\0"
    "venice.edit.unknown-key/refuse-anon-user-id-multipart.json\0"
    "venice.edit.unknown-key/refuse-capitals-json.json\0"
    "venice.edit.unknown-key/refuse-capitals-multipart.json\0"
    "venice.edit.unknown-key/refuse-later-field-json.json\0"
    "venice.edit.unknown-key/refuse-later-field-multipart.json\0"
    "venice.edit.unknown-key/refuse-n-json.json\0"
    "venice.edit.unknown-key/refuse-n-multipart.json\0"
    "venice.edit.unknown-key/refuse-quality-decided-json.json\0"
    "venice.edit.unknown-key/refuse-quality-decided-multipart.json\0"
    "venice.edit.unknown-key/refuse-quality-ultra.json\0"
    "venice.edit.unknown-key/refuse-two-json.json\0"
    "venice.edit.unknown-key/refuse-two-multipart.json\0"
    "venice.headers.max-count/accept-190.json\0"
    "venice.headers.max-count/refuse-201.json\0"
    "venice.headers.max-size/accept-near.json\0"
    "venice.headers.max-size/refuse-one-more.json\0"
    "venice.method.allowed/accept-head-models.json\0"
    "venice.method.allowed/accept-post.json\0"
    "venice.method.allowed/accept-preflight.json\0"
    "venice.method.allowed/refuse-get-edit-as-unknown.json\0"
    "venice.method.allowed/refuse-get-edit.json\0"
    "venice.method.allowed/refuse-post-models.json\0"
    "venice.models.type.enum/accept-all.json\0"
    "venice.models.type.enum/accept-escaped.json\0"
    "venice.models.type.enum/accept-inpaint.json\0"
    "venice.models.type.enum/accept-none.json\0"
    "venice.models.type.enum/refuse-capitals.json\0"
    "venice.models.type.enum/refuse-edit.json\0"
    "venice.models.type.enum/refuse-empty.json\0"
    "venice.path.known/accept-edit.json\0"
    "venice.path.known/accept-models.json\0"
    "venice.path.known/refuse-base-url.json\0"
    "venice.path.known/refuse-openai-path.json\0"
    "venice.path.known/refuse-trailing-slash.json\0"
    "venice.wallet.address/accept-same.json\0"
    "venice.wallet.address/refuse-no-address.json\0"
    "venice.wallet.address/refuse-other.json\0"
    "venice.wallet.chain/accept-number.json\0"
    "venice.wallet.chain/accept-solana.json\0"
    "venice.wallet.chain/refuse-mainnet.json\0"
    "venice.wallet.chain/refuse-message-of-other.json\0"
    "venice.wallet.chain/refuse-name.json\0"
    "venice.wallet.chain/refuse-type.json\0"
    "venice.wallet.domain/accept-service.json\0"
    "venice.wallet.domain/refuse-other.json\0"
    "venice.wallet.header/accept-fields.json\0"
    "venice.wallet.header/refuse-no-base64.json\0"
    "venice.wallet.header/refuse-no-json.json\0"
    "venice.wallet.header/refuse-no-object.json\0"
    "venice.wallet.nonce/accept-first.json\0"
    "venice.wallet.nonce/refuse-none.json\0"
    "venice.wallet.payload/accept-message.json\0"
    "venice.wallet.payload/refuse-message-without-issued-at.json\0"
    "venice.wallet.payload/refuse-without-signature.json\0"
    "venice.wallet.payment-header/accept-none.json\0"
    "venice.wallet.payment-header/refuse-payment-signature.json\0"
    "venice.wallet.payment-header/refuse-without-key.json\0"
    "venice.wallet.payment-header/refuse-x-402-payment.json\0"
    "venice.wallet.payment-header/refuse-x-payment.json\0"
    "venice.wallet.time/accept-30-seconds-ahead.json\0"
    "venice.wallet.time/accept-5-minutes.json\0"
    "venice.wallet.time/refuse-ahead.json\0"
    "venice.wallet.time/refuse-expired.json\0"
    "venice.wallet.time/refuse-no-time.json\0"
    "venice.wallet.time/refuse-not-before.json\0"
    "venice.wallet.time/refuse-older.json\0"
    "venice.wallet.time/refuse-timestamp-smallest.json\0"
    "venice.wallet.time/refuse-timestamp.json\0"
    ;

static const char texts[] = {
#embed "../../fixtures/rules/dgrid.auth.placeholder/accept-none-within-json.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.auth.placeholder/accept-none-within-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.auth.placeholder/warn-none.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.auth.placeholder/warn-object.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.auth.placeholder/warn-quotes.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.auth.placeholder/warn-template.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.auth.placeholder/warn-twice.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.auth.placeholder/warn-undefined-json.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.auth.placeholder/warn-undefined-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.auth.placeholder/warn-variable.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.auth.present/accept-bearer-json.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.auth.present/accept-bearer.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.auth.present/accept-scheme-in-lower-case.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.auth.present/refuse-bare-key.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.auth.present/refuse-basic.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.auth.present/refuse-no-token.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.auth.present/refuse-none-json.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.auth.present/refuse-none-live.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.auth.present/refuse-none-models.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.auth.present/refuse-none-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.auth.present/refuse-x-api-key.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.auth.valid/accept-known-key-json.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.auth.valid/accept-known-key.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.auth.valid/refuse-short-key.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.auth.valid/refuse-unknown-key-live.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.auth.valid/refuse-unknown-key.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.background.enum/accept-auto.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.background.enum/accept-other-model.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.background.enum/refuse-green.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.background.format/accept-png.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.background.format/accept-webp.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.background.format/refuse-jpeg.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.body.max-size/accept-at-limit-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.body.max-size/accept-at-limit.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.body.max-size/accept-large.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.body.max-size/refuse-one-more-json-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.body.max-size/refuse-one-more-json.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.body.max-size/refuse-one-more-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.content-encoding/accept-identity-json.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.content-encoding/accept-identity.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.content-encoding/refuse-gzip-json-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.content-encoding/refuse-gzip-json.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.content-encoding/refuse-gzip-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.content-type/accept-json-charset.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.content-type/accept-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.content-type/refuse-form-urlencoded.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.content-type/refuse-none.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.content-type/refuse-text-415.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.content-type/refuse-text.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.content-type/refuse-xml-400.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.content-type/refuse-xml-415.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.alpha/accept-l.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.alpha/accept-la.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.alpha/accept-mask.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.alpha/accept-other-model.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.alpha/accept-p.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.alpha/accept-rgba.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.alpha/refuse-rgb-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.alpha/refuse-rgb.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.count/accept-16.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.count/accept-fused-3.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.count/accept-one.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.count/refuse-17-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.count/refuse-17.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.count/refuse-2.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.count/refuse-fused-4.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.count/refuse-fused-page.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.decimal-megabyte/accept-one-less.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.decimal-megabyte/warn-4000000.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.decimal-megabyte/warn-4194303.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.file/accept-dot.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.file/refuse-empty-filename-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.file/refuse-empty-filename.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.file/refuse-text-behind-file.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.file/refuse-text-beside-n-0-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.file/refuse-text-beside-n-0.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.file/refuse-text-in-list.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.file/refuse-text.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.file/refuse-url.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.gpt-format/accept-jpeg.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.gpt-format/accept-other-model.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.gpt-format/accept-webp.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.gpt-format/refuse-text.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.gpt-format/refuse-truncated.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.gpt-max-bytes/accept-one-less.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.gpt-max-bytes/refuse-50-mb.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.max-area/accept-8192x4050.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.max-area/accept-embedded-8192x4050.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.max-area/refuse-8192x4051-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.max-area/refuse-8192x4051.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.max-area/refuse-claim.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.max-area/refuse-embedded.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.max-bytes/accept-4100000-large-area.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.max-bytes/accept-decimal.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.max-bytes/accept-one-less.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.max-bytes/refuse-4-mb-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.max-bytes/refuse-4-mb.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.max-bytes/refuse-decimal-large-area.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.max-bytes/refuse-decimal.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.one-name/accept-brackets-twice-upstream.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.one-name/accept-brackets-twice.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.one-name/refuse-both-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.one-name/refuse-both.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.orientation/accept-1.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.orientation/warn-6-honour.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.orientation/warn-6-ignore.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.part-type.ignored/accept-png.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.part-type.ignored/warn-jpg.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.part-type.ignored/warn-octet-stream.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.part-type.ignored/warn-text.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.part-type/accept-no-type.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.part-type/accept-octet-stream-n-0.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.part-type/accept-parameter.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.part-type/accept-png.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.part-type/refuse-mask.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.part-type/refuse-octet-stream-n-0.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.part-type/refuse-octet-stream-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.part-type/refuse-octet-stream.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.part-type/refuse-second-of-list.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.part-type/refuse-webp-dall-e-2.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.png/accept-bomb.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.png/accept-drawing.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.png/accept-l.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.png/accept-la.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.png/accept-no-type.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.png/accept-octet-stream.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.png/accept-p.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.png/accept-rgb.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.png/accept-rgba.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.png/refuse-crc-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.png/refuse-crc.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.png/refuse-empty.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.png/refuse-header-only.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.png/refuse-heic.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.png/refuse-jpeg.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.png/refuse-svg.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.png/refuse-text.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.png/refuse-truncated.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.png/refuse-webp.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.png/refuse-with-warning.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.repeated-name.renamed/accept-one.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.repeated-name.renamed/warn-two.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.repeated-name/accept-brackets.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.repeated-name/accept-two-n-0.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.repeated-name/refuse-two-n-0.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.repeated-name/refuse-two-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.repeated-name/refuse-two.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.required/accept-image-brackets.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.required/accept-image.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.required/accept-indexed-without-prompt.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.required/accept-indexed.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.required/refuse-capitals.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.required/refuse-everything-missing.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.required/refuse-indexed-without-prompt-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.required/refuse-indexed-without-prompt.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.required/refuse-indexed.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.required/refuse-none-500-openai.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.required/refuse-none-500.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.required/refuse-none-live.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.required/refuse-none.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.square/accept-other-model.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.square/accept-square.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.square/refuse-256x255-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.square/refuse-256x255.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.square/refuse-prefixed.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.text/accept-beside-n-0.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.text/accept-file.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.text/warn-before.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.image.text/warn-beside.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.input_fidelity.model/accept-gpt-image-1.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.input_fidelity.model/refuse-gpt-image-2-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.input_fidelity.model/refuse-gpt-image-2.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.input/accept-object.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.input/refuse-array-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.input/refuse-array.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.input/refuse-none.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.input/refuse-null.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.input/refuse-text.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.message.content/accept-blanks.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.message.content/accept-one-character.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.message.content/accept-parts-dall-e-3.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.message.content/accept-parts.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.message.content/refuse-empty-parts.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.message.content/refuse-none-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.message.content/refuse-none.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.message.content/refuse-object.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.message.content/refuse-part-image.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.message.content/refuse-part-text.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.message.content/refuse-parts-dall-e-3.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.message.content/refuse-parts.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.message.object/accept-object.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.message.object/refuse-second-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.message.object/refuse-second.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.message.object/refuse-text.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.message.role/accept-any-word.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.message.role/refuse-empty-message-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.message.role/refuse-empty-message.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.message.role/refuse-empty.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.message.role/refuse-none.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.message.role/refuse-number.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.messages.not-empty/accept-one.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.messages.not-empty/accept-two.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.messages.not-empty/refuse-empty-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.messages.not-empty/refuse-empty.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.messages/accept-array.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.messages/refuse-fraction-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.messages/refuse-fraction.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.messages/refuse-none.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.messages/refuse-object.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.messages/refuse-prompt.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.messages/refuse-text.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.model-family/accept-wanx.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.model-family/warn-dall-e-2.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.model-family/warn-gpt-image-2.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.model/accept-text.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.model/refuse-empty-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.model/refuse-empty.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.model/refuse-none.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.model/refuse-null.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.model/refuse-number.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.object/accept-object.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.object/refuse-array-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.object/refuse-array.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.object/refuse-null.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.parameters.n/accept-6.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.parameters.n/refuse-2-of-one.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.parameters.n/refuse-7.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.parameters.n/refuse-text.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.parameters.size/accept-star.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.parameters.size/refuse-number.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.parameters.size/refuse-word.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.repeated-key/accept-each-once.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.repeated-key/warn-in-message.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.repeated-key/warn-model-twice.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.shape/accept-prompt-beside-input.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.shape/accept-qwen.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.shape/refuse-image-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.shape/refuse-image.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.shape/refuse-images.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.shape/refuse-prompt.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.syntax/accept-escapes.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.syntax/refuse-cut-off-live.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.syntax/refuse-cut-off.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.syntax/refuse-empty.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.syntax/refuse-trailing-comma.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.unused-key/accept-two-keys.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.unused-key/warn-input.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.unused-key/warn-message.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.unused-key/warn-n.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.unused-key/warn-parts.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.json.unused-key/warn-response-format.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.alpha/accept-la.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.alpha/accept-p.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.alpha/accept-rgba.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.alpha/refuse-l-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.alpha/refuse-l.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.alpha/refuse-rgb.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.alpha/refuse-with-dimensions.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.dimensions/accept-first-of-two.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.dimensions/accept-ignored.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.dimensions/accept-quarter-ignored.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.dimensions/accept-same.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.dimensions/refuse-height.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.dimensions/refuse-quarter.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.dimensions/refuse-width.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.file/accept-empty-text.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.file/accept-file.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.file/accept-none.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.file/refuse-empty-filename-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.file/refuse-empty-filename.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.file/refuse-text.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.max-bytes/accept-ignored.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.max-bytes/accept-one-less.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.max-bytes/refuse-4-mb-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.max-bytes/refuse-4-mb.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.png/accept-ignored.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.png/accept-rgba.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.png/refuse-crc-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.png/refuse-crc.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.png/refuse-empty.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.mask.png/refuse-jpeg.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.can-edit/accept-gpt-image-2.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.can-edit/accept-wanx-json.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.can-edit/refuse-dall-e-3-json-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.can-edit/refuse-dall-e-3-json.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.can-edit/refuse-dall-e-3-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.can-edit/refuse-openai-dall-e-3-json.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.can-edit/refuse-openai-dall-e-3-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.known/accept-family-json.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.known/accept-family.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.known/accept-prefixed.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.known/accept-unknown-without-prompt.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.known/accept-unknown.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.known/refuse-capitals.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.known/refuse-unknown-503.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.known/refuse-unknown-json.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.known/refuse-unknown-live.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.known/refuse-unknown-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.known/refuse-unknown-without-prompt-404.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.known/refuse-unknown-without-prompt-503.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.missing/accept-model.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.missing/warn-empty.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.missing/warn-none.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.required/accept-live.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.required/accept-model.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.required/accept-none-documented.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.required/accept-none-without-prompt.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.required/refuse-empty.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.required/refuse-none-indexed-live.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.required/refuse-none-live.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.required/refuse-none-without-prompt-live.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.required/refuse-none-without-prompt.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.required/refuse-none.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.retired/accept-gpt-image-2.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.retired/accept-snapshot.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.retired/accept-wanx-json.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.retired/warn-dall-e-2-json.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.retired/warn-dall-e-2.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.retired/warn-gpt-image-1.5.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.retired/warn-gpt-image-1.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.unlisted/accept-family-json.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.unlisted/accept-family.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.unlisted/warn-misspelt.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.unlisted/warn-unknown-json.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.model.unlisted/warn-unknown.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.multipart.no-input/accept-form.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.multipart.no-input/refuse-input-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.multipart.no-input/refuse-input.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.multipart.repeated-part/accept-each-once.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.multipart.repeated-part/accept-list.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.multipart.repeated-part/refuse-mask-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.multipart.repeated-part/refuse-mask.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.multipart.repeated-part/refuse-model.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.multipart.repeated-part/refuse-n.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.multipart.repeated-part/refuse-prompt.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.multipart.syntax/accept-quoted-boundary.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.multipart.syntax/refuse-empty.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.multipart.syntax/refuse-no-boundary-500-openai.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.multipart.syntax/refuse-no-boundary-500.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.multipart.syntax/refuse-no-boundary-live.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.multipart.syntax/refuse-no-boundary.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.multipart.syntax/refuse-no-closing-delimiter.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.multipart.syntax/refuse-other-boundary.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.multipart.text-fields/accept-texts.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.multipart.text-fields/refuse-model.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.multipart.text-fields/refuse-n-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.multipart.text-fields/refuse-n.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.multipart.text-fields/refuse-response-format.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.multipart.text-fields/refuse-size.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.multipart.text-fields/refuse-user.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.n.integer/accept-2.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.n.integer/accept-empty.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.n.integer/refuse-blank-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.n.integer/refuse-blank.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.n.integer/refuse-exponent.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.n.integer/refuse-fraction.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.n.integer/refuse-plus.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.n.integer/refuse-whole-fraction.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.n.integer/refuse-word.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.n.maximum/accept-10.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.n.maximum/refuse-11-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.n.maximum/refuse-11.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.n.maximum/refuse-far-above.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.n.minimum/accept-1.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.n.minimum/refuse-far-below-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.n.minimum/refuse-far-below.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.n.minimum/refuse-minus-one.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.n.minimum/refuse-minus-zero.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.n.minimum/refuse-zero.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.n.model-maximum/accept-fused-6.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.n.model-maximum/accept-gateway-128.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.n.model-maximum/refuse-fused-7.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.n.model-maximum/refuse-gateway-129.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.n.model-maximum/refuse-gpt-11.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.n.model-maximum/refuse-qwen-image-edit-2.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.output_compression.range/accept-100.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.output_compression.range/refuse-101.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.output_compression.range/refuse-text.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.output_format.enum/accept-other-model.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.output_format.enum/accept-webp.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.output_format.enum/refuse-svg.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.partial_images.range/accept-3.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.partial_images.range/refuse-4.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.partial_images.range/refuse-minus.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.prompt.max-length/accept-1000-beyond-ascii.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.prompt.max-length/accept-1000-dall-e-2.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.prompt.max-length/accept-1000-with-line-ends.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.prompt.max-length/accept-32000-gpt-image.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.prompt.max-length/accept-32001-wanx.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.prompt.max-length/refuse-1001-dall-e-2-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.prompt.max-length/refuse-1001-dall-e-2.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.prompt.max-length/refuse-32001-gpt-image.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.prompt.required/accept-one-character.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.prompt.required/refuse-empty-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.prompt.required/refuse-empty.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.prompt.required/refuse-file.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.prompt.required/refuse-none.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.quality.enum/accept-other-model.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.quality.enum/accept-page.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.quality.enum/accept-xhigh.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.quality.enum/refuse-before-image.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.quality.enum/refuse-ultra.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.response_format.enum/accept-b64-json-all-keys.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.response_format.enum/accept-b64-json-used-keys.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.response_format.enum/accept-b64-json.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.response_format.enum/accept-url-by-default.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.response_format.enum/accept-url-usage-always.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.response_format.enum/accept-url-usage-gpt-image.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.response_format.enum/accept-url.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.response_format.enum/refuse-base64-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.response_format.enum/refuse-base64.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.response_format.enum/refuse-capitals.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.response_format.enum/refuse-png.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.response_format.gpt/accept-cut-jpeg-page.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.response_format.gpt/accept-cut-jpeg-upstream.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.response_format.gpt/accept-documented.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.response_format.gpt/accept-none.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.response_format.gpt/accept-other-model.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.response_format.gpt/refuse-cut-jpeg.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.response_format.gpt/refuse-gpt-image.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.size.supported/accept-1024x1536-gpt-image.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.size.supported/accept-1x1.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.size.supported/accept-256x256-dall-e-2.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.size.supported/accept-3840x1.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.size.supported/accept-640x1024-gpt-image-2.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.size.supported/accept-auto.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.size.supported/accept-empty.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.size.supported/refuse-1536x1024-dall-e-2.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.size.supported/refuse-3841x1.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.size.supported/refuse-512x512-gpt-image.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.size.supported/refuse-576x1024-gpt-image-2.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.size.supported/refuse-area.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.size.supported/refuse-auto-dall-e-2.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.size.supported/refuse-blanks.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.size.supported/refuse-capital-x.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.size.supported/refuse-leading-zero.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.size.supported/refuse-minus.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.size.supported/refuse-no-width.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.size.supported/refuse-one-side.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.size.supported/refuse-ratio-gpt-image-2.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.size.supported/refuse-star.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.size.supported/refuse-step-gpt-image-2.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.size.supported/refuse-three-sides.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.size.supported/refuse-tier.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.data-url/accept-png.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.data-url/warn-base64-jpeg.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.data-url/warn-base64.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.data-url/warn-no-type.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.data-url/warn-octet-stream.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.data-url/warn-part.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.fetch/accept-end-of-sentence.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.fetch/accept-markdown.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.fetch/accept-none.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.fetch/accept-own.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.fetch/refuse-elsewhere-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.fetch/refuse-elsewhere.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.fetch/refuse-no-such-file.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.fetch/refuse-one-number.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.fetch/refuse-other-port.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.fetch/refuse-private.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.fetch/refuse-second.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.further/accept-one.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.further/warn-parts.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.further/warn-two.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.in-sentence/accept-markdown.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.in-sentence/accept-own-line.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.in-sentence/warn-before-comma.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.in-sentence/warn-beside-image.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.in-sentence/warn-middle.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.none/accept-data-url.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.none/accept-url.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.none/warn-input-images.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.none/warn-message-image.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.none/warn-none.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.none/warn-top-image.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.readable/accept-jpeg.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.readable/accept-png.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.readable/accept-webp.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.readable/refuse-crc-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.readable/refuse-crc.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.readable/refuse-heic.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.readable/refuse-not-base64.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.readable/refuse-second.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.readable/refuse-text.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.source.readable/refuse-truncated-jpeg.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.stream.boolean/accept-true-page.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.stream.boolean/accept-true.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.stream.boolean/refuse-yes.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.stream.model/accept-false.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.stream.model/accept-gpt.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.stream.model/refuse-wanx.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.stream.unsupported/accept-false.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.stream.unsupported/accept-python-false.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.stream.unsupported/accept-true-events.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.stream.unsupported/accept-true-upstream.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.stream.unsupported/accept-zero.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.stream.unsupported/refuse-one-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.stream.unsupported/refuse-one.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.stream.unsupported/refuse-python-true.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.stream.unsupported/refuse-true-damaged.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.stream.unsupported/refuse-true.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.undocumented-field/accept-all.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.undocumented-field/warn-output-format.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.undocumented-field/warn-quality.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.edit.undocumented-field/warn-two.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.headers.max-count/accept-190.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.headers.max-count/refuse-201-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.headers.max-count/refuse-201.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.headers.max-size/accept-near.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.headers.max-size/refuse-one-more-newapi.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.headers.max-size/refuse-one-more.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.method.allowed/accept-head-models.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.method.allowed/accept-post.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.method.allowed/accept-preflight.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.method.allowed/refuse-delete-edits-404.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.method.allowed/refuse-delete-edits-405.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.method.allowed/refuse-get-edits-live.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.method.allowed/refuse-get-edits.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.method.allowed/refuse-put-models.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.path.known/accept-edits.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.path.known/accept-models.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.path.known/accept-trailing-slash-redirect.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.path.known/accept-trailing-slash-without-prompt-redirect.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.path.known/accept-trailing-slash-without-prompt.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.path.known/accept-trailing-slash.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.path.known/refuse-generations.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.path.known/refuse-live.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.path.known/refuse-two-slashes.json" suffix(, 0, )
#embed "../../fixtures/rules/dgrid.path.known/refuse-venice-path.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.placeholder/accept-none-within-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.placeholder/accept-none-within-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.placeholder/warn-none.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.placeholder/warn-object.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.placeholder/warn-quotes.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.placeholder/warn-template.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.placeholder/warn-twice.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.placeholder/warn-undefined-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.placeholder/warn-undefined-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.placeholder/warn-variable.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.present/accept-bearer-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.present/accept-bearer.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.present/accept-models-without-key.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.present/accept-wallet-old-name.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.present/accept-wallet.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.present/refuse-empty.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.present/refuse-none-before-body.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.present/refuse-none-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.present/refuse-none-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.present/refuse-none-unauthorized.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.valid/accept-error-budget-20.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.valid/accept-error-budget-50.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.valid/accept-known-key.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.valid/accept-reset-milliseconds.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.valid/accept-reset-seconds.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.valid/accept-scheme-in-capitals.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.valid/accept-wallet.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.valid/refuse-basic.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.valid/refuse-before-fields.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.valid/refuse-key-in-capitals.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.valid/refuse-no-token.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.valid/refuse-unknown-key-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.valid/refuse-unknown-key-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.auth.valid/refuse-wallet.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.anon_user_id.characters/accept-printable-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.anon_user_id.characters/accept-printable-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.anon_user_id.characters/refuse-accent-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.anon_user_id.characters/refuse-line-feed-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.anon_user_id.characters/refuse-two-bars-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.anon_user_id.characters/refuse-two-bars-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.anon_user_id.max-length/accept-128-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.anon_user_id.max-length/accept-128-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.anon_user_id.max-length/refuse-129-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.anon_user_id.max-length/refuse-129-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.anon_user_id.type/accept-text-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.anon_user_id.type/accept-text-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.anon_user_id.type/refuse-file-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.anon_user_id.type/refuse-number-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.auto/accept-auto-listed-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.auto/accept-auto-listed-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.auto/accept-auto-unlisted-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.auto/accept-auto-unlisted-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.auto/accept-auto-unlisted-small.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.auto/refuse-all-limits.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.auto/refuse-auto-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.auto/refuse-auto-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.auto/refuse-auto-small.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.enum/accept-21-9-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.enum/accept-21-9-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.enum/accept-4-3-october-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.enum/accept-4-3-october-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.enum/accept-4-5-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.enum/accept-4-5-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.enum/accept-auto-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.enum/accept-auto-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.enum/refuse-4-3-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.enum/refuse-4-3-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.enum/refuse-5-4-october-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.enum/refuse-5-4-october-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.enum/refuse-capitals.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.enum/refuse-empty-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.enum/refuse-empty-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.enum/refuse-null-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.enum/refuse-number.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.model/accept-auto-listed.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.model/accept-listed-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.model/accept-listed-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.model/refuse-21-9-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.model/refuse-21-9-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.model/refuse-only-auto-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.aspect_ratio.model/refuse-only-auto-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.body.max-size/accept-at-limit-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.body.max-size/accept-at-limit.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.body.max-size/refuse-gzip-one-more-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.body.max-size/refuse-one-more-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.body.max-size/refuse-one-more-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.content-encoding.decodes/accept-gzip-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.content-encoding.decodes/accept-two-members-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.content-encoding.decodes/refuse-more-behind-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.content-encoding.decodes/refuse-plain-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.content-encoding.decodes/refuse-raw-deflate-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.content-encoding/accept-deflate-october-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.content-encoding/accept-gzip-october-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.content-encoding/accept-identity-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.content-encoding/accept-identity.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.content-encoding/refuse-br-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.content-encoding/refuse-br-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.content-encoding/refuse-gzip-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.content-encoding/refuse-two-codings-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.content-type/accept-json-charset.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.content-type/accept-multipart-quoted-boundary.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.content-type/refuse-form-urlencoded.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.content-type/refuse-image.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.content-type/refuse-multipart-mixed.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.content-type/refuse-none.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.content-type/refuse-text-live.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.content-type/refuse-text.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.disable_prompt_optimization_thinking.type/accept-true-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.disable_prompt_optimization_thinking.type/accept-true-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.disable_prompt_optimization_thinking.type/refuse-one-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.disable_prompt_optimization_thinking.type/refuse-text-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.enhance_prompt.type/accept-true-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.enhance_prompt.type/accept-true-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.enhance_prompt.type/refuse-one-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.enhance_prompt.type/refuse-text-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.base64/accept-data-url-capitals.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.base64/accept-data-url-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.base64/accept-data-url-mixed-case.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.base64/accept-data-url-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.base64/accept-line-ends.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.base64/refuse-character-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.base64/refuse-character-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.base64/refuse-data-url-plain-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.base64/refuse-data-url-plain-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.base64/refuse-file-name.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.base64/refuse-live-text.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.decodes/accept-bomb.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.decodes/accept-l.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.decodes/accept-la.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.decodes/accept-p.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.decodes/accept-rgba-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.decodes/accept-rgba.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.decodes/refuse-avif.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.decodes/refuse-crc-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.decodes/refuse-crc-live.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.decodes/refuse-crc-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.decodes/refuse-crc-with-warning.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.decodes/refuse-header-only-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.decodes/refuse-header-only-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.decodes/refuse-heic-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.decodes/refuse-heic-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.decodes/refuse-jpeg-truncated.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.decodes/refuse-truncated-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.decodes/refuse-truncated-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.decodes/refuse-webp-truncated.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.drawn/accept-avif-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.drawn/accept-avif-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.drawn/warn-jpeg-2000-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.drawn/warn-jpeg-2000-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.fetch/accept-own-by-host.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.fetch/accept-own-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.fetch/accept-own-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.fetch/refuse-elsewhere-400.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.fetch/refuse-elsewhere-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.fetch/refuse-elsewhere-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.fetch/refuse-no-host.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.fetch/refuse-no-such-file.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.format/accept-avif-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.format/accept-avif-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.format/accept-drawing.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.format/accept-heic-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.format/accept-heic-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.format/accept-jpeg-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.format/accept-jpeg-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.format/accept-no-filename.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.format/accept-octet-stream.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.format/accept-webp-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.format/accept-webp-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.format/refuse-base64-in-file.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.format/refuse-empty-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.format/refuse-empty-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.format/refuse-gif-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.format/refuse-gif-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.format/refuse-text-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.format/refuse-text-live.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.format/refuse-text-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.header/accept-header-only-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.header/accept-header-only-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.header/accept-header-only-seen.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.header/refuse-heif-without-width.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.header/refuse-no-height.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.header/refuse-no-width-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.header/refuse-no-width-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.header/refuse-no-width-seen.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.max-area/accept-1000001x1.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.max-area/accept-8192x4050-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.max-area/accept-8192x4050.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.max-area/refuse-33177601.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.max-area/refuse-8192x4051-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.max-area/refuse-8192x4051-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.max-area/refuse-claim.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.max-area/refuse-heif.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.max-bytes/accept-25000000-small.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.max-bytes/accept-binary.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.max-bytes/accept-decimal.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.max-bytes/accept-one-less-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.max-bytes/accept-one-less.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.max-bytes/refuse-25-mb-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.max-bytes/refuse-25-mb.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.max-bytes/refuse-decimal-small.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.max-bytes/refuse-decimal.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.min-area/accept-1x65536.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.min-area/accept-256x256-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.min-area/accept-256x256-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.min-area/accept-65536x1.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.min-area/refuse-1x1.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.min-area/refuse-255x257-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.min-area/refuse-255x257-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.min-area/refuse-heif.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.min-area/refuse-jpeg.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.min-area/refuse-webp.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.min-side/accept-63x1041-damaged-seen.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.min-side/accept-63x1041-damaged.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.min-side/accept-63x1041-documented.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.min-side/accept-63x1041-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.min-side/accept-64x1024.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.min-side/refuse-1041x63.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.min-side/refuse-63x1041-damaged.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.min-side/refuse-63x1041-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.min-side/refuse-63x1041-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.one-file/accept-one.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.one-file/refuse-two.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.orientation/accept-1-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.orientation/accept-1-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.orientation/warn-heic-ignore.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.orientation/warn-jpeg-json-honour.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.orientation/warn-jpeg-json-ignore.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.orientation/warn-jpeg-multipart-honour.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.orientation/warn-jpeg-multipart-ignore.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.orientation/warn-png-ratio.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/accept-100.128.0.0.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/accept-100.63.255.255.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/accept-11.0.0.1.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/accept-169.253.255.255.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/accept-172.15.255.255.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/accept-172.32.0.1.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/accept-192.169.0.1.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/accept-ipv6.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/accept-own-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/accept-own.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/refuse-0.0.0.0.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/refuse-10.0.0.1.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/refuse-100.64.0.1.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/refuse-169.254.169.254.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/refuse-172.16.0.1.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/refuse-172.31.255.255.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/refuse-192.168.1.1.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/refuse-198.18.0.1.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/refuse-bare-name.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/refuse-dot-at-the-end.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/refuse-hexadecimal.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/refuse-ipv6-local.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/refuse-ipv6-mapped.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/refuse-localhost-localdomain.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/refuse-metadata-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/refuse-metadata-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/refuse-name-of-localhost.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/refuse-octal.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/refuse-one-number.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/refuse-other-port-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/refuse-other-port-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.public-host/refuse-other-scheme.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.required/accept-image-and-prompt-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.required/accept-image-and-prompt-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.required/refuse-image-url-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.required/refuse-image-url-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.required/refuse-none-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.required/refuse-none-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.svg/accept-png-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.svg/accept-png-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.svg/refuse-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.svg/refuse-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.svg/refuse-seen.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.type/accept-base64.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.type/accept-file.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.type/accept-text-part.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.type/accept-url.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.type/refuse-array.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.type/refuse-boolean.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.type/refuse-null.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.type/refuse-number.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.image.type/refuse-object.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.json.object/accept-empty-object.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.json.object/accept-object.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.json.object/refuse-array.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.json.object/refuse-null.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.json.object/refuse-number.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.json.object/refuse-string.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.json.repeated-key/accept-each-once.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.json.repeated-key/warn-escaped.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.json.repeated-key/warn-model-twice.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.json.syntax/accept-blanks-and-escapes.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.json.syntax/refuse-before-key.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.json.syntax/refuse-cut-off.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.json.syntax/refuse-empty.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.json.syntax/refuse-raw-line-feed.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.json.syntax/refuse-single-quotes.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.json.syntax/refuse-trailing-comma.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.json.syntax/refuse-two.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.model.alias/accept-own-id-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.model.alias/accept-own-id-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.model.alias/warn-qwen-edit-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.model.alias/warn-qwen-edit-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.model.known/accept-edit-model-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.model.known/accept-edit-model-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.model.known/accept-model-over-model-id.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.model.known/accept-muse-october-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.model.known/accept-muse-october-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.model.known/refuse-capitals-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.model.known/refuse-capitals-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.model.known/refuse-generation-model-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.model.known/refuse-generation-model-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.model.known/refuse-muse-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.model.known/refuse-muse-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.model.min-length/accept-one-character-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.model.min-length/accept-one-character-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.model.min-length/refuse-empty-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.model.min-length/refuse-empty-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.model.type/accept-text-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.model.type/accept-text-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.model.type/refuse-file.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.model.type/refuse-null.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.model.type/refuse-number.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.modelId.deprecated/accept-model-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.modelId.deprecated/accept-model-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.modelId.deprecated/warn-both-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.modelId.deprecated/warn-both-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.modelId.deprecated/warn-model-id-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.modelId.deprecated/warn-model-id-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.modelId.enum/accept-last-of-the-list-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.modelId.enum/accept-last-of-the-list-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.modelId.enum/accept-looked-up.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.modelId.enum/accept-new-model-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.modelId.enum/accept-new-model-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.modelId.enum/refuse-beside-model.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.modelId.enum/refuse-former-model-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.modelId.enum/refuse-former-model-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.modelId.enum/refuse-later-model-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.modelId.enum/refuse-later-model-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.modelId.min-length/accept-one-character-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.modelId.min-length/accept-one-character-looked-up.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.modelId.min-length/accept-one-character-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.modelId.min-length/refuse-empty-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.modelId.min-length/refuse-empty-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.modelId.type/accept-text-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.modelId.type/accept-text-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.modelId.type/refuse-boolean.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.modelId.type/refuse-file.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.modelId.type/refuse-number.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.multipart.max-size/accept-at-limit.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.multipart.max-size/refuse-gzip-one-more.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.multipart.max-size/refuse-one-more.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.multipart.repeated-part/accept-each-once.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.multipart.repeated-part/refuse-image-as-file-and-text.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.multipart.repeated-part/refuse-prompt-twice.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.multipart.syntax/accept-no-line-end-at-the-end.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.multipart.syntax/accept-preamble.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.multipart.syntax/refuse-bare-line-feeds.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.multipart.syntax/refuse-empty.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.multipart.syntax/refuse-no-boundary.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.multipart.syntax/refuse-no-closing-delimiter.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.multipart.syntax/refuse-other-boundary.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.multipart.syntax/refuse-unnamed-part.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.output_format.enum/accept-jpeg-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.output_format.enum/accept-jpeg-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.output_format.enum/accept-jpg-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.output_format.enum/accept-jpg-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.output_format.enum/accept-webp-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.output_format.enum/accept-webp-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.output_format.enum/refuse-boolean.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.output_format.enum/refuse-capitals-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.output_format.enum/refuse-capitals-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.output_format.enum/refuse-gif-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.output_format.enum/refuse-gif-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.output_format.enum/refuse-media-type-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.output_format.enum/refuse-media-type-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.max-length/accept-16384-pairs-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.max-length/accept-16384-pairs-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.max-length/accept-32768-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.max-length/accept-32768-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.max-length/refuse-16385-pairs-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.max-length/refuse-16385-pairs-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.max-length/refuse-32769-any-model.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.max-length/refuse-32769-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.max-length/refuse-32769-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.min-length/accept-one-blank-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.min-length/accept-one-blank-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.min-length/refuse-empty-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.min-length/refuse-empty-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.model-limit/accept-1500-beyond-ascii-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.model-limit/accept-1500-beyond-ascii-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.model-limit/accept-1500-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.model-limit/accept-1500-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.model-limit/accept-1501-other-model.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.model-limit/refuse-10001.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.model-limit/refuse-1501-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.model-limit/refuse-1501-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.required/accept-prompt-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.required/accept-prompt-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.required/refuse-none-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.required/refuse-none-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.required/refuse-nothing.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.type/accept-digits-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.type/accept-digits-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.type/refuse-array.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.type/refuse-file.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.type/refuse-null.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.type/refuse-number.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.prompt.type/refuse-object.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.quality.enum/accept-high-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.quality.enum/accept-high-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.quality.enum/accept-low-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.quality.enum/accept-low-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.quality.enum/refuse-number.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.quality.enum/refuse-ultra-any-model.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.quality.enum/refuse-ultra-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.quality.enum/refuse-ultra-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.quality.ignored/accept-gpt-image-2-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.quality.ignored/accept-gpt-image-2-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.quality.ignored/warn-default-model-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.quality.ignored/warn-default-model-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.max-length/accept-ten-characters-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.max-length/accept-ten-characters-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.max-length/refuse-eleven-characters-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.max-length/refuse-eleven-characters-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.min-length/accept-one-character-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.min-length/accept-one-character-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.min-length/refuse-empty-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.min-length/refuse-empty-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.model/accept-2k-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.model/accept-2k-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.model/accept-4k-gpt-image-2-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.model/accept-4k-gpt-image-2-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.model/accept-none-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.model/accept-none-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.model/refuse-2k-untiered.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.model/refuse-4k-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.model/refuse-4k-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.model/refuse-lower-case.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.type/accept-text-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.type/accept-text-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.type/refuse-file.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.type/refuse-null.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.type/refuse-number.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.untiered/accept-1k-tiered-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.untiered/accept-1k-tiered-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.untiered/accept-1k-untiered-small.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.untiered/accept-1k-untiered.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.untiered/accept-page-examples-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.untiered/accept-page-examples-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.untiered/refuse-1k-untiered-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.untiered/refuse-1k-untiered-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.resolution.untiered/refuse-1k-untiered-small.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.safe_mode.type/accept-false-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.safe_mode.type/accept-false-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.safe_mode.type/accept-true-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.safe_mode.type/refuse-capitals-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.safe_mode.type/refuse-empty-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.safe_mode.type/refuse-null-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.safe_mode.type/refuse-number-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.safe_mode.type/refuse-text-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.safe_mode.type/refuse-zero-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.unknown-key/accept-all-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.unknown-key/accept-all-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.unknown-key/refuse-anon-user-id-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.unknown-key/refuse-anon-user-id-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.unknown-key/refuse-capitals-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.unknown-key/refuse-capitals-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.unknown-key/refuse-later-field-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.unknown-key/refuse-later-field-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.unknown-key/refuse-n-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.unknown-key/refuse-n-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.unknown-key/refuse-quality-decided-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.unknown-key/refuse-quality-decided-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.unknown-key/refuse-quality-ultra.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.unknown-key/refuse-two-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.edit.unknown-key/refuse-two-multipart.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.headers.max-count/accept-190.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.headers.max-count/refuse-201.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.headers.max-size/accept-near.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.headers.max-size/refuse-one-more.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.method.allowed/accept-head-models.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.method.allowed/accept-post.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.method.allowed/accept-preflight.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.method.allowed/refuse-get-edit-as-unknown.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.method.allowed/refuse-get-edit.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.method.allowed/refuse-post-models.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.models.type.enum/accept-all.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.models.type.enum/accept-escaped.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.models.type.enum/accept-inpaint.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.models.type.enum/accept-none.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.models.type.enum/refuse-capitals.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.models.type.enum/refuse-edit.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.models.type.enum/refuse-empty.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.path.known/accept-edit.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.path.known/accept-models.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.path.known/refuse-base-url.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.path.known/refuse-openai-path.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.path.known/refuse-trailing-slash.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.address/accept-same.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.address/refuse-no-address.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.address/refuse-other.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.chain/accept-number.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.chain/accept-solana.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.chain/refuse-mainnet.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.chain/refuse-message-of-other.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.chain/refuse-name.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.chain/refuse-type.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.domain/accept-service.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.domain/refuse-other.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.header/accept-fields.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.header/refuse-no-base64.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.header/refuse-no-json.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.header/refuse-no-object.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.nonce/accept-first.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.nonce/refuse-none.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.payload/accept-message.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.payload/refuse-message-without-issued-at.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.payload/refuse-without-signature.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.payment-header/accept-none.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.payment-header/refuse-payment-signature.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.payment-header/refuse-without-key.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.payment-header/refuse-x-402-payment.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.payment-header/refuse-x-payment.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.time/accept-30-seconds-ahead.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.time/accept-5-minutes.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.time/refuse-ahead.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.time/refuse-expired.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.time/refuse-no-time.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.time/refuse-not-before.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.time/refuse-older.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.time/refuse-timestamp-smallest.json" suffix(, 0, )
#embed "../../fixtures/rules/venice.wallet.time/refuse-timestamp.json" suffix(, 0, )
    0};

const char *rule_fixture_names(void) { return names; }

size_t rule_fixture_names_size(void) { return sizeof names - 1; }

const char *rule_fixture_texts(void) { return texts; }

size_t rule_fixture_texts_size(void) { return sizeof texts - 1; }
