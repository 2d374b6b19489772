#include "app/patient_thread.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <pthread.h>
#include <thread>
#include <utility>

namespace sightline {
namespace {

using Clock = std::chrono::steady_clock;

// Whoever waits for the one that waits is told this often.
constexpr std::chrono::milliseconds kBetweenSigns{200};

} // namespace

struct PatientThread::Shared {
    std::mutex mutex;
    std::condition_variable changed;
    std::function<void(const Progress&)> work; ///< empty: there is none
    bool busy = false;
    bool over = false;
    Clock::time_point alive; ///< the last sign of life

    void live() {
        std::unique_lock lock(mutex);
        while (true) {
            changed.wait(lock, [this] { return busy || over; });
            if (!busy) return;
            lock.unlock();
            work([this] {
                const std::scoped_lock told(mutex);
                alive = Clock::now();
            });
            work = {};
            lock.lock();
            busy = false;
            changed.notify_all();
        }
    }
};

PatientThread::~PatientThread() {
    if (!shared_) return;
    const std::scoped_lock lock(shared_->mutex);
    shared_->over = true;
    shared_->changed.notify_all();
}

bool PatientThread::run(std::function<void(const Progress&)> work, const Progress& goesOn) {
    if (!shared_) {
        shared_ = std::make_shared<Shared>();
        // It cannot be joined when it never comes back, so it is not: what it needs goes with it.
        std::thread([shared = shared_] {
            pthread_setname_np(pthread_self(), "source");
            shared->live();
        }).detach();
    }
    std::unique_lock lock(shared_->mutex);
    if (shared_->busy) return false;
    shared_->work = std::move(work);
    shared_->busy = true;
    shared_->alive = Clock::now();
    shared_->changed.notify_all();
    while (!shared_->changed.wait_for(lock, std::min(kBetweenSigns, patience_), [this] { return !shared_->busy; })) {
        if (Clock::now() - shared_->alive > patience_) return false;
        if (!goesOn) continue;
        lock.unlock();
        goesOn();
        lock.lock();
    }
    return true;
}

} // namespace sightline
