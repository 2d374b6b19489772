#include "app/room_for.h"

namespace sightline {

Room roomFor(Size size, const Viewing& viewing, std::optional<double> believed) {
    Room room;
    room.width = size.width;
    room.height = size.height;
    room.diagonalIn = viewing.diagonalIn.value_or(believed.value_or(room.diagonalIn));
    room.distanceM = viewing.distanceM;
    room.textScale = static_cast<double>(viewing.textPercent) / 100;
    return room;
}

} // namespace sightline
