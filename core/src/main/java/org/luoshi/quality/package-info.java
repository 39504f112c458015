/// Data quality 数据质量: what packs declare to be looked into, found in the registers and kept as items with an owner.
///
/// Every item says what, where and since when; its unit explains, dismisses or mends it, and it closes by itself when
/// its cause is gone. Nothing here changes a record. [DataQuality] reads items and takes what people say of them.
@ApplicationModule(allowedDependencies = {"access", "audit", "register", "indicator"})
@NullMarked
package org.luoshi.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
